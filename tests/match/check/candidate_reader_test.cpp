// SPDX-License-Identifier: MIT
#include "match/check/candidate_reader.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "match/align/quoted_words.hpp"

using namespace quoth;
using namespace quoth::match;

namespace {

Attribution express(Naming naming) {
  Attribution attribution;
  attribution.speaker = "Ada Quill";
  attribution.naming = naming;
  attribution.tagged = true;
  attribution.confidence = 0.95;
  return attribution;
}

// The least score that is asked of a source in which the claimed speaker says nothing, above that of the others.
double asked_more_of_others(Attribution const& attribution, bool may_be_unnamed) {
  double more = 0;
  CandidateSource candidate_source;
  candidate_source.candidates = [&](Query const& query) {
    more = query.least_score_of_others - query.least_score;
    return std::vector<Candidate>();
  };
  SpeakerMatch speakers(&attribution);
  TieBreak const ties;
  CandidateReader(candidate_source, speakers, ties, [&] {
    return may_be_unnamed;
  }).read(QuotedWords({"The ferry will sail."}));
  return more;
}

}  // namespace

TEST_CASE("CandidateReader: more is asked of others than of the speaker whom the article names") {
  CHECK(asked_more_of_others(express(Naming::name), false) > 0);
}

TEST_CASE("CandidateReader: no more is asked where a source that names nobody may be the speaker's") {
  CHECK(asked_more_of_others(express(Naming::name), true) == 0);
}

TEST_CASE("CandidateReader: no more is asked where a document is credited") {
  CHECK(asked_more_of_others(express(Naming::work), false) == 0);
}
