// SPDX-License-Identifier: MIT
#include "match/align/passage.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

Candidate conversation(std::vector<std::pair<std::string, std::string>> const& turns) {
  Candidate candidate;
  candidate.windows.emplace_back();
  for (auto const& [speaker, text] : turns) {
    auto const one = one_turn(text, speaker);
    candidate.windows[0].turns.push_back(one.windows[0].turns[0]);
  }
  return candidate;
}

std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "w" + std::to_string(i) + "x ";
  return text;
}

// The words that carry the flag, parted by blanks.
std::string flagged(std::string const& spoken, WordToken::Flag flag) {
  auto const candidate = one_turn(spoken);
  Passage const passage(candidate);
  std::string found;
  for (std::size_t i = 0; i < passage.tokens().size(); ++i) {
    if (passage.tokens()[i].is(flag)) found += (found.empty() ? "" : " ") + std::string(passage.tokens().surface(i));
  }
  return found;
}

}  // namespace

TEST_CASE("Passage: a turn starts at its first word only") {
  auto const candidate = conversation({{"Ada Quill", "We mend nets."}, {"Q", "Do you?"}, {"Ada Quill", "Daily."}});
  Passage const passage(candidate);
  REQUIRE(passage.turns() == 3);
  CHECK(passage.first_token(1) == 3);
  std::string starts;
  for (std::size_t i = 0; i < passage.tokens().size(); ++i) starts += passage.starts_turn(i) ? 'x' : '.';
  CHECK(starts == "x..x.x");
  CHECK(passage.turn_of(3).speaker == "Q");
}

TEST_CASE("Passage: a turn resumes its speaker's last one behind an interruption of 40 words at most") {
  for (auto const& [each_between, resumes] : {std::pair{1U, true}, std::pair{40U, true}, std::pair{41U, false}}) {
    auto const& between = each_between;
    CAPTURE(between);
    auto const candidate =
        conversation({{"Ada Quill", "We mend nets"}, {"Q", words(between)}, {"Ada Quill", "daily."}});
    Passage const passage(candidate);
    CHECK(passage.resumes_from(0) == 0);
    CHECK(passage.resumes_from(passage.first_token(1)) == 0);
    CHECK(passage.resumes_from(passage.first_token(2)) == (resumes ? 3 : 0));
  }
}

TEST_CASE("Passage: no turn resumes another speaker's, or the same one's that goes on") {
  auto const others = conversation({{"Ada Quill", "We mend nets"}, {"Q", "Right."}, {"Piet Ostrow", "daily."}});
  Passage const by_another(others);
  CHECK(by_another.resumes_from(by_another.first_token(2)) == 0);
  auto const same = conversation({{"Ada Quill", "We mend nets."}, {"Ada Quill", "We do."}});
  Passage const goes_on(same);
  CHECK(goes_on.resumes_from(goes_on.first_token(1)) == 0);
}

TEST_CASE("Passage: remarks and struck-out words are optional, fillers and repeated words dispensable") {
  CHECK(flagged("We won (Applause.) by ~~thirteen~~ fourteen votes.", WordToken::optional) == "Applause thirteen");
  CHECK(flagged("We, um, won by, by far.", WordToken::dispensable) == "um by");
  CHECK(flagged("We lost, we lost two boats.", WordToken::dispensable) == "We lost");
  CHECK(flagged("We lost two boats and we lost a lamp.", WordToken::dispensable) == "");
}

TEST_CASE("Passage: what stands in it may stand in it") {
  auto const candidate = one_turn("The keeper's lamp went out.");
  auto const others = one_turn("keeper lamp out is");
  Passage const passage(candidate);
  Passage const words(others);
  for (std::size_t i = 0; i < words.tokens().size(); ++i) CHECK(passage.may_hold(words.tokens()[i]));
}
