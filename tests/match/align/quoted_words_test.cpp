// SPDX-License-Identifier: MIT
#include "match/align/quoted_words.hpp"

#include <doctest/doctest.h>

using namespace quoth;
using namespace quoth::match;

TEST_CASE("QuotedWords: ellipses in all their forms") {
  for (auto dots : {"…", "...", ". . .", "....", "[...]", "[…]", "(...)", "([...])"}) {
    CAPTURE(dots);
    QuotedWords const words({std::string("one ") + dots + " two"});
    REQUIRE(words.tokens().size() == 2);
    CHECK(words.join_before(1) == Join::ellipsis);
  }
}

TEST_CASE("QuotedWords: brackets around words and inside them") {
  QuotedWords const words({"[t]he [old harbour]’s [wall] want[ed] paint [sic]"});
  CHECK(words.search_words() == "the wanted paint");
  CHECK(words.tokens()[0].is(WordToken::part_bracketed));
  CHECK(words.tokens()[1].is(WordToken::bracketed));
  CHECK(words.tokens()[2].is(WordToken::bracketed));
  CHECK_FALSE(words.tokens()[3].is(WordToken::bracketed));
}

TEST_CASE("QuotedWords: segments are joined by a tag, sentences by their end") {
  QuotedWords const words({"We came. We saw,", "we won."});
  CHECK(words.join_before(2) == Join::sentence);
  CHECK(words.join_before(4) == Join::tag);
}

TEST_CASE("QuotedWords: a bracket that is never closed swallows nothing") {
  QuotedWords const words({"We [came and saw"});
  CHECK(words.tokens().size() == 4);
}

TEST_CASE("QuotedWords: a parenthesis around all words is none inside them") {
  for (std::string const text : {"(one two)", "(one two", "((one two))", "(one two) 12.", "(12) (one two)"}) {
    CAPTURE(text);
    QuotedWords const words({text});
    for (std::size_t i = 0; i < words.tokens().size(); ++i) {
      if (words.tokens().key(i) == "one") CHECK_FALSE(words.tokens()[i].is(WordToken::bracketed));
    }
  }
  CHECK(QuotedWords({"one (two)"}).tokens()[1].is(WordToken::bracketed));
  CHECK(QuotedWords({"(one) two"}).tokens()[0].is(WordToken::bracketed));
}

TEST_CASE("ellipsis_at: opening brackets take no stack") { CHECK(ellipsis_at(std::string(1'000'000, '('), 0) == 0); }
