// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "match/words/word_filter.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

// A number written as one or more words of a text.
struct NumberPhrase {
  double value = 0;
  std::size_t words = 1;
  bool ordinal = false;
  bool decade = false;    // "sixties", "1960s"
  bool in_words = false;  // without digits
};

// The number phrase that starts at word `i`: "10", "ten", "5 million", "two and a half million", "twenty-first",
// "nineteen ninety-nine", "two thirds", "one quarter", "minus five". Words that alone are seldom numbers ("million",
// "half", "a") do not start one.
std::optional<NumberPhrase> number_at(text::WordList const& words, std::size_t i);

// "fifty cents" or "and fifty cents" at word `i`, behind an amount of money; nothing where there are none.
std::optional<NumberPhrase> cents_at(text::WordList const& words, std::size_t i);

// The words, as opposed to digits, that can start a number phrase.
WordFilter const& number_starts();
// A fast filter: false for most words that cannot start a number phrase. `id` is word_id(key).
bool may_start_number(std::string_view key, std::uint64_t id);

}  // namespace quoth::match
