// SPDX-License-Identifier: MIT
#include "match/letters/letter_likeness.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace quoth::match;

namespace {

struct Compared {
  LetterLikeness likeness;
  std::string words;
};

Compared compare(std::string_view quoted, std::string_view passage) {
  TokenSequence quote;
  quote.append(quoted);
  TokenSequence source;
  source.append(passage);
  auto const likeness = letter_likeness(quote, source, {0, source.size()});
  return {likeness, source.stretch(likeness.words.first, likeness.words.last)};
}

}  // namespace

TEST_CASE("letter_likeness: a word parted by a line's end has all its letters") {
  auto const found =
      compare("the quiet con vergence of two harbours", "We saw the quiet convergence of two harbours at dawn.");
  CHECK(found.likeness.edits == 0);
  CHECK(found.words == "the quiet convergence of two harbours");
}

TEST_CASE("letter_likeness: a letter more is one edit") {
  CHECK(compare("with constant comparisons", "a mind with constant comparison of tides").likeness.edits == 1);
}

TEST_CASE("letter_likeness: a word cut at the end is one edit, and counted where half of it is left") {
  auto const found = compare("tty decay of the sluice ga", "a case of knotty decay of the sluice gates");
  CHECK(found.likeness.edits == 2);
  CHECK(found.words == "knotty decay of the sluice");
}

TEST_CASE("letter_likeness: unrelated words share few letters") {
  CHECK(compare("the lamp went out at noon", "every boat was sold in May").likeness.share() < 0.6);
}

TEST_CASE("letter_likeness: nothing is compared where the quotation is long") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "harbour ";
  CHECK(compare(text, text).likeness.letters == 0);
}
