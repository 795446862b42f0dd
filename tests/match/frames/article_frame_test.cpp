// SPDX-License-Identifier: MIT
#include "match/frames/article_frame.hpp"

#include <doctest/doctest.h>

using namespace quoth::match;

TEST_CASE("article_frame: a negation or a condition before the quotation, in its sentence") {
  CHECK(article_frame("The mayor would not “", "").denies);
  CHECK(article_frame("Unless the council objects, the mayor will “", "").denies);
  CHECK(article_frame("The court declined to “", "").denies);
  CHECK(article_frame("The court rejected the claim that “", "").denies);
  CHECK_FALSE(article_frame("The court rejected the appeal and said that “", "").denies);
  CHECK_FALSE(article_frame("Nobody objected; the mayor will “", "").denies);
  CHECK_FALSE(article_frame("Nobody objected. The mayor will “", "").denies);
  CHECK_FALSE(article_frame("The mayor will “", ", he said, and not a day later.").denies);
}

TEST_CASE("article_frame: a condition, an exception or a limit on either side") {
  CHECK(article_frame("The mayor will “", "” if the council agrees, he said.").limits);
  CHECK(article_frame("The mayor will “", "”, but not in the summer.").limits);
  CHECK(article_frame("Except on Sundays, everybody may “", "” there.").limits);
  CHECK_FALSE(article_frame("The mayor will “", "”. Except on Sundays, he fishes.").limits);
}

TEST_CASE("article_frame: words that were asked") {
  CHECK(article_frame("She asked the mayor: “", "").asks);
  CHECK(article_frame("“", ", she wondered.").asks);
  CHECK_FALSE(article_frame("She told the mayor: “", "").asks);
}

TEST_CASE("article_frame: somebody is said to pass the words on") {
  CHECK(article_frame("Marsh said that the engineers had told him that “", "").reports);
  CHECK(article_frame("The engineers told him that “", ",” Marsh said.").reports);
  CHECK_FALSE(article_frame("Marsh said that he had told them that “", "").reports);
  CHECK_FALSE(article_frame("The engineers told him that “", "").reports);
  CHECK_FALSE(article_frame("Marsh said. The engineers told him that “", "").reports);
}
