// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/words/words.hpp"

namespace quoth::match {

enum class WordLanguage : std::uint8_t;

// A number of a text that is not English.
struct ForeignNumber {
  double value = 0;
  std::size_t words = 1;
  bool in_words = false;  // without figures
};

// The number that starts at word `i` of the text: figures, with a decimal comma and points between thousands ("3,5",
// "1.300"), and in German words too ("zwölf", "dreihundert", "3,5 Millionen").
std::optional<ForeignNumber> foreign_number_at(std::string_view text, text::WordList const& words, std::size_t i,
                                               WordLanguage language);

}  // namespace quoth::match
