// SPDX-License-Identifier: MIT
#include "match/align/alignment.hpp"

#include <doctest/doctest.h>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

// The words of the passage that the quotation's words are paired with; "-" where one has none.
std::string paired(std::string quotation, std::string spoken) {
  QuotedWords const words({std::move(quotation)});
  auto const candidate = one_turn(std::move(spoken));
  Passage const passage(candidate);
  std::string out;
  for (auto source : align(words, passage, {}).source_of) {
    if (!out.empty()) out += ' ';
    out += source == Alignment::unpaired ? "-" : std::string(passage.tokens().key(static_cast<std::size_t>(source)));
  }
  return out;
}

}  // namespace

TEST_CASE("align: words left out, added and replaced") {
  CHECK(paired("the boat is old", "the boat is very old") == "the boat is old");
  CHECK(paired("the boat is very old", "the boat is old") == "the boat is - old");
  CHECK(paired("the boat was old", "the boat is old") == "the boat is old");
}

TEST_CASE("align: a remark of the transcriber is passed over") {
  CHECK(paired("the boat is old", "the boat (Applause.) is old") == "the boat is old");
}

TEST_CASE("align: an ellipsis jumps") {
  CHECK(
      paired("the boat … must be sold",
             "the boat is old, it has holes in the hull and the sails are torn by the storms of many years, and so it "
             "must be sold") == "the boat must be sold");
}

TEST_CASE("align: a long pair is cut at shared words") {
  std::string spoken;
  for (int i = 0; i < 1500; ++i) spoken += "w" + std::to_string(i) + "x ";
  auto quotation = spoken;
  quotation.replace(quotation.find("w700x"), 5, "another");
  QuotedWords const words({quotation});
  auto const candidate = one_turn(spoken);
  Passage const passage(candidate);
  CHECK(align(words, passage, {}).matched == 1499);
}

TEST_CASE("exact_places: every place, whole words only") {
  QuotedWords const words({"the law"});
  auto const candidate = one_turn("The law is the law. The laws are not.");
  Passage const passage(candidate);
  CHECK(exact_places(words, passage) == std::vector<std::size_t>{0, 3});
}

TEST_CASE("exact_places: the last words, and all of them") {
  auto const candidate = one_turn("the boat is old");
  Passage const passage(candidate);
  CHECK(exact_places(QuotedWords({"is old"}), passage) == std::vector<std::size_t>{2});
  CHECK(exact_places(QuotedWords({"the boat is old"}), passage) == std::vector<std::size_t>{0});
  CHECK(exact_places(QuotedWords({"the boat is old now"}), passage).empty());
}
