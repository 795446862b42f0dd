// SPDX-License-Identifier: MIT
#include "match/align/heard_words.hpp"

#include <doctest/doctest.h>

#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;

namespace {

// "we can't wait 20 days." from second 10 on, a word a second; nothing is known of the last one.
Candidate timed() {
  auto candidate = test::one_turn("we can't  wait 20 days.");
  candidate.windows[0].turns[0].words = {{10.0, 0.9}, {11.0, 0.4}, {12.0, {}}, {13.0, 0.8}, {{}, {}}};
  return candidate;
}

}  // namespace

TEST_CASE("heard_words: the time of the first word, and the lowest confidence of all") {
  auto const candidate = timed();
  Passage const passage(candidate);  // we | can | not | wait | 20 | days
  CHECK(heard_words(passage, {0, 2}).start == 10.0);
  CHECK(heard_words(passage, {0, 2}).confidence == 0.4);
  CHECK(heard_words(passage, {2, 3}).start == 11.0);
  CHECK(heard_words(passage, {3, 5}).confidence == 0.8);
}

TEST_CASE("heard_words: of a place between words the time of the next, and no confidence") {
  auto const candidate = timed();
  Passage const passage(candidate);
  CHECK(heard_words(passage, {3, 3}).start == 12.0);
  CHECK_FALSE(heard_words(passage, {3, 3}).confidence);
}

TEST_CASE("heard_words: a word without a time has that of the last one before it") {
  auto const candidate = timed();
  Passage const passage(candidate);
  CHECK(heard_words(passage, {5, 6}).start == 13.0);
}

TEST_CASE("heard_words: nothing where the recogniser says nothing") {
  auto candidate = timed();
  Passage const passage(candidate);
  CHECK_FALSE(heard_words(passage, {5, 6}).confidence);
  auto const untimed = test::one_turn("we can't wait 20 days.");
  Passage const other(untimed);
  CHECK_FALSE(heard_words(other, {0, 2}).start);
  CHECK_FALSE(heard_words(other, {0, 2}).confidence);
}
