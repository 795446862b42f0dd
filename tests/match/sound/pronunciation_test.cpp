// SPDX-License-Identifier: MIT
#include "match/sound/pronunciation.hpp"

#include <doctest/doctest.h>

using namespace quoth::match;

TEST_CASE("sounds_of_word: letters by the rules of their place") {
  CHECK(sounds_of_word("ferry") == "feri");
  CHECK(sounds_of_word("knight") == sounds_of_word("nite"));
  CHECK(sounds_of_word("station") == "steS@n");
  CHECK(sounds_of_word("judge") == "JaJ");
  CHECK(sounds_of_word("phone") == sounds_of_word("fone"));
  CHECK(sounds_of_word("made").ends_with("d"));
}

TEST_CASE("sounds_of_word: words that no rule gets right stand in a list") {
  CHECK(sounds_of_word("one") == "wan");
  CHECK(sounds_of_word("of") == "@v");
  CHECK(sounds_of_word("two") == sounds_of_word("to"));
}

TEST_CASE("sounds_of_word: a contraction is its word and a clitic") {
  CHECK(sounds_of_word("they'll") == sounds_of_word("they") + "l");
  CHECK(sounds_of_word("couldn't") == sounds_of_word("could") + "nt");
  CHECK(sounds_of_word("harbour's") == sounds_of_word("harbour") + "z");
  CHECK(sounds_of_word("an't") == sounds_of_word("a") + "nt");
  CHECK(sounds_of_word("n't") == "nt");
}

TEST_CASE("sounds_of_word: an endless contraction takes no stack") {
  std::string word = "a";
  while (word.size() < 1'000'000) word += "'d";
  CHECK(!sounds_of_word(word).empty());
}

TEST_CASE("sounds_of_word: without a vowel the letters are said") {
  CHECK(sounds_of_word("fbr") == sounds_of_letters("fbr"));
  CHECK(sounds_of_letters("ge") == "Jii");
}

TEST_CASE("sounds_of_word: what is no English letter is silent") {
  CHECK(sounds_of_word("").empty());
  CHECK(sounds_of_word("\xc3\xb8").empty());
}
