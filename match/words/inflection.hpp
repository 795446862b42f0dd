// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::match {

// The possible base forms (lemmas) of an English word, the word itself first: "raised" gives "raised", "rais", "raise".
// Some are not words; they only serve comparison. A stemmer such as Snowball removes more, so it would also take
// unrelated words for forms of one.
std::vector<std::string> base_forms(std::string_view key);

// Whether two words are inflections of the same word: "focus" and "focused", "goes" and "went".
bool same_lemma(std::string_view a, std::string_view b);

}  // namespace quoth::match
