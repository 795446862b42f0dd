// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "match/align/passage.hpp"
#include "match/check/evidence.hpp"
#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/match/edits/marked_turns.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

// The reading of a quotation that has just the words in braces.
Reading reading_of(MarkedTurns const& turns) {
  Reading reading;
  reading.candidate = &turns.candidate();
  reading.passage = std::make_shared<Passage const>(turns.candidate());
  reading.used = turns.marked();
  for (auto i = reading.used.first; i < reading.used.last; ++i)
    reading.alignment.source_of.push_back(static_cast<std::int32_t>(i));
  return reading;
}

std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(' ');
  return first == text.npos ? "-" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void check_context(DataCase const& data) {
  auto const field = fields(data.text);
  REQUIRE(field.size() == 3);
  MarkedTurns const turns(field[2]);
  auto const evidence = evidence_of(reading_of(turns));
  CHECK(trimmed(evidence.before) == field[0]);
  CHECK(trimmed(evidence.after) == field[1]);
}

DataCases const contexts(line_cases(test_data("contexts.txt"), 0), check_context);

}  // namespace

TEST_CASE("evidence_of: says where the passage stands in its source") {
  MarkedTurns const turns("We know it. // {The ferry sails at noon.}");
  auto const evidence = evidence_of(reading_of(turns));
  CHECK(evidence.source == "one");
  CHECK(evidence.speaker == "Nils Ostrow");
  CHECK(evidence.utterance == 1);
  CHECK(evidence.text == "The ferry sails at noon.");
  CHECK(evidence.printed.empty());
}

TEST_CASE("evidence_of: a document's words are their speaker's where it has one, else its author's") {
  for (auto const& [speaker, expected] : {std::pair{"Ada Falk", "Ada Falk"}, {"", "Bram Tolle"}}) {
    auto candidate = one_turn("The ferry sails at noon.", speaker);
    candidate.source.kind = SourceKind::document;
    candidate.source.author = "Bram Tolle";
    Reading reading;
    reading.candidate = &candidate;
    reading.passage = std::make_shared<Passage const>(candidate);
    reading.used = {0, 1};
    reading.alignment.source_of = {0};
    CHECK(evidence_of(reading).speaker == expected);
  }
}
