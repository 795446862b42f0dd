// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::text {

// Advice on a file of a known kind that no reader can read, recognised by its magic number; empty for other files.
std::string_view why_unreadable(std::string_view bytes);

}  // namespace quoth::text
