// SPDX-License-Identifier: MIT
#include "text/words/white_space.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (auto const& word : quoth::text::split_at_white_space(text))
    words.emplace_back(text.substr(word.first, word.last - word.first));
  CHECK(quoth::text::count_at_white_space(text) == words.size());
  return words;
}

using Words = std::vector<std::string>;

TEST_CASE("split_at_white_space: words keep their punctuation") {
  CHECK(words_of("Well, the well-known weir – 3.5 m.") ==
        Words{"Well,", "the", "well-known", "weir", "–", "3.5", "m."});
}

TEST_CASE("split_at_white_space: all white space of Unicode parts words, at the ends too") {
  CHECK(words_of(" \n a\u00A0b\u2009c\u2028d\u3000e\t\v\f\r\u0085") == Words{"a", "b", "c", "d", "e"});
  CHECK(words_of("").empty());
  CHECK(words_of(" \u00A0 ").empty());
}

TEST_CASE("split_at_white_space: zero-width spaces and other characters of the same lead bytes part none") {
  CHECK(words_of("a\u200Bb \u00A3c\u2019d") == Words{"a\u200Bb", "\u00A3c\u2019d"});
}

TEST_CASE("splits_word: between two texts without white space on either side") {
  using quoth::text::splits_word;
  CHECK(splits_word("well-", "known"));
  CHECK(splits_word("caf\u00E9", "s"));
  CHECK_FALSE(splits_word("a\u00A0", "b"));
  CHECK_FALSE(splits_word("a", " b"));
  CHECK_FALSE(splits_word("", "b"));
  CHECK_FALSE(splits_word("a", ""));
}

}  // namespace
