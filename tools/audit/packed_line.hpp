// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth {

// A result's line as the working file keeps it (a frame of Zstandard), and back. Throws Error where it is damaged.
std::string packed(std::string_view line);
std::string unpacked(std::string_view bytes);

}  // namespace quoth
