// SPDX-License-Identifier: MIT
#include "match/check/join.hpp"

#include <doctest/doctest.h>

#include <string>

#include "match/align/alignment.hpp"

using namespace quoth;
using namespace quoth::match;

namespace {

Candidate one_turn(std::string text) {
  Turn turn;
  turn.text = std::move(text);
  Candidate candidate;
  candidate.windows.push_back({{turn}});
  return candidate;
}

struct OneTurn {
  explicit OneTurn(std::string text) : candidate(one_turn(std::move(text))), passage(candidate) {}
  Candidate candidate;
  Passage passage;
};

// The gravest verdict of the join of two stretches that end and begin at those words.
Verdict verdict_between(OneTurn const& turn, std::size_t last, std::size_t next, JoinPlace at,
                        Policy const& policy = Policy()) {
  Alignment alignment;
  for (std::size_t i = 0; i < turn.passage.tokens().size(); ++i)
    alignment.source_of.push_back(static_cast<std::int32_t>(i));
  PassageText const shown(turn.passage, alignment);
  auto verdict = Verdict::verbatim;
  for (auto const& edit : join_edits(turn.passage, shown, {last, next, at}, policy)) {
    auto const own = policy.rule(edit.edit_class).verdict;
    if (gravity_of(own) > gravity_of(verdict)) verdict = own;
  }
  return verdict;
}

}  // namespace

TEST_CASE("join_place: a sentence has ended where the tag or the segment ends it") {
  CHECK(join_place("We will sell,", "” she said. “", "We must.") == JoinPlace::sentence);
  CHECK(join_place("We will sell,", "” she said, “", "and soon.") == JoinPlace::clause);
  CHECK(join_place("We will sell!", "” she said, “", "and soon.") == JoinPlace::clause);
  CHECK(join_place("We will sell.", "”\n\n“", "We must.") == JoinPlace::sentence);
}

TEST_CASE("join_edits: stretches that run on need no edit") {
  OneTurn const turn("we will sell the ferry and the pier this year");
  CHECK(verdict_between(turn, 4, 5, JoinPlace::clause) == Verdict::verbatim);
}

TEST_CASE("join_edits: a gap inside a sentence is a splice, at its end it is told") {
  OneTurn const turn("we will sell the ferry because nobody has used it for years and we must buy a new one");
  CHECK(verdict_between(turn, 4, 12, JoinPlace::clause) == Verdict::spliced);
  CHECK(verdict_between(turn, 4, 12, JoinPlace::sentence) == Verdict::permitted);
  CHECK(verdict_between(turn, 4, 12, JoinPlace::sentence, Policy::named("strict")) == Verdict::spliced);
}

TEST_CASE("join_edits: stretches claim to be in order, wherever the tag stands") {
  OneTurn const turn("we will sell the ferry and the pier this year");
  CHECK(verdict_between(turn, 8, 0, JoinPlace::sentence) == Verdict::spliced);
}

TEST_CASE("join_edits: a filler left out at the tag is permitted") {
  OneTurn const turn("we will sell the ferry um and the pier this year");
  CHECK(gravity_of(verdict_between(turn, 4, 6, JoinPlace::clause)) <= gravity_of(Verdict::permitted));
}
