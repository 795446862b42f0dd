// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// The base forms a word can be an inflection of, itself first: "raised" gives "raised", "raise", "rais".
std::vector<std::string> base_forms(std::string_view key);

// Whether two words are forms of one: "focus" and "focused", "goes" and "went".
bool same_lemma(std::string_view a, std::string_view b);

}  // namespace quoth
