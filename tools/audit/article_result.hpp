// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::tools {

// Compresses a line of results as the working file stores it, one Zstandard frame, and decompresses it. Throws Error if
// the frame is damaged.
std::string compress_line(std::string_view line);
std::string decompress_line(std::string_view bytes);

}  // namespace quoth::tools
