// SPDX-License-Identifier: MIT
// How sure verdicts are of one another.
#include <doctest/doctest.h>

#include "match/check/no_passage.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;

namespace {

double confidence_in_change(Made made, std::string speaker) {
  auto transcript =
      test::one_turn("We will sell the old ferry to the islanders before the winter storms begin.", std::move(speaker));
  transcript.source.made = made;
  test::InventedCandidates const invented({transcript});
  auto const finding =
      test::check_one("We will never sell the old ferry to the islanders before the winter storms begin.", "Ada Quill",
                      invented.candidate_source());
  REQUIRE(must_be_seen(finding.verdict));
  return finding.confidence;
}

HeldSpeech held_of_ada_quill() {
  HeldSpeech held;
  held.sources = 3;
  held.which = "the store holds of Ada Quill";
  return held;
}

}  // namespace

TEST_CASE("confidence: what a machine heard accuses less surely than what people wrote down") {
  auto const by_people = confidence_in_change(Made::spoken, "Ada Quill");
  CHECK(by_people > 0.9);
  CHECK(confidence_in_change(Made::asr, "Ada Quill") < by_people);
}

TEST_CASE("confidence: a source that does not name who speaks is less sure") {
  CHECK(confidence_in_change(Made::spoken, "") < confidence_in_change(Made::spoken, "Ada Quill"));
}

TEST_CASE("confidence: the fewer words stand nowhere, the less sure it is that nobody said them") {
  auto const held = held_of_ada_quill();
  CHECK(not_found(held, 3, 1).confidence < not_found(held, 5, 1).confidence);
  CHECK(not_found(held, 5, 1).confidence < not_found(held, 12, 1).confidence);
}

TEST_CASE("confidence: what stands nowhere in machines' transcripts alone may have been said") {
  auto held = held_of_ada_quill();
  auto const by_people = not_found(held, 12, 1).confidence;
  held.machine_made = true;
  CHECK(not_found(held, 12, 1).confidence < by_people);
}
