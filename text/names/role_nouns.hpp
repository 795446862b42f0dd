// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace quoth::text {

// The data file of nouns for people, "class: nouns" a line; read it with lines_of.
std::string_view role_nouns();

// Whether the word, in lower case, is one of these nouns, of whatever class.
bool is_role_noun(std::string_view word);

}  // namespace quoth::text
