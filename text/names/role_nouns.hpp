// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::text {

// The data file of nouns for people; read it with lines_of.
std::string_view role_nouns();

}  // namespace quoth::text
