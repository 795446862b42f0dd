// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "match/words/token.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// The letters of a range of tokens, joined, to recognise that "home grown" and "homegrown", or "it's" and "its", have
// the same letters.
struct Letters {
  std::string letters;
  std::string with_apostrophes;
  std::size_t apostrophes = 0;
};
Letters letters_of(TokenSequence const& tokens, TokenRange range);

// Whether two matching keys are spellings of the same word: "color", "colour"; "organize", "organise"; "gray", "grey".
bool spelling_variants(std::string_view a, std::string_view b);
// Whether one is the other misspelt: a long word with one letter amiss that sounds the same, "apostacy" for "apostasy".
// A letter doubled may make another word before an ending: "scrapping".
bool is_misspelt(std::string_view a, std::string_view b);
// Whether one is an abbreviation of the other: "sept" and "september", "nh" and "new hampshire". Keys joined by blanks.
bool abbreviates(std::string_view a, std::string_view b);

}  // namespace quoth::match
