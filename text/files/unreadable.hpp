// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth {

// What to do about a file of a known kind that no reader takes; empty where the bytes are of no such kind.
std::string_view why_unreadable(std::string_view bytes);

}  // namespace quoth
