// SPDX-License-Identifier: MIT
#include "match/check/part_search.hpp"

#include <doctest/doctest.h>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/candidate_reader.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

struct Parts {
  std::size_t searches = 0;
  std::vector<std::string> found;  // the text of each part, or "-" where it stands nowhere
};

Parts parts_in(std::string spoken, std::string const& quotation) {
  Parts parts;
  CandidateSource candidate_source;
  auto const candidate = one_turn(std::move(spoken));
  candidate_source.candidates = [&](Query const&) {
    ++parts.searches;
    return std::vector{candidate};
  };
  SpeakerMatch speakers(nullptr);
  TieBreak const ties;
  CandidateReader reader(candidate_source, speakers, ties, [] { return false; });
  QuotedWords const words({quotation});
  for (auto const& part : find_parts_alone(words, reader)) {
    parts.found.push_back(
        part.reading ? part.reading->passage->tokens().stretch(part.reading->used.first, part.reading->used.last)
                     : "-");
  }
  return parts;
}

}  // namespace

TEST_CASE("find_parts_alone: what is found is named with what is not") {
  auto const parts = parts_in("The old harbour will be dredged in the spring, before the ferries come.",
                              "The old harbour will be dredged in the spring. Nobody asked the fishermen first.");
  CHECK(parts.found == std::vector<std::string>{"The old harbour will be dredged in the spring", "-"});
  CHECK(parts.searches == 2);
}

TEST_CASE("find_parts_alone: given up once too little can be found") {
  auto const parts = parts_in("The old harbour will be dredged in the spring, before the ferries come.",
                              "Nobody asked the fishermen first. What were the councillors thinking of last week?");
  CHECK(parts.found.empty());
  CHECK(parts.searches == 1);
}
