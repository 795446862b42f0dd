// SPDX-License-Identifier: MIT
#include "match/check/witnesses.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

constexpr auto printed = "Our steam ferry will be ready before the winter, and it will carry two hundred cars.";

// What a machine made of a call, in which these words stand for the printed ones.
Candidate heard(std::int64_t number, std::string words) {
  auto candidate = one_turn("good morning to everybody on the quay and thank you for waiting in the rain " +
                            std::move(words) + " now let me turn to the budget of the harbour and the price of coal");
  candidate.source.number = number;
  candidate.source.id = "call-" + std::to_string(number);
  candidate.source.made = Made::asr;
  candidate.source.date = "2031-06-10";
  return candidate;
}

}  // namespace

TEST_CASE("check: what another transcript of the recording has as printed stands, and the finding says so") {
  auto const one = heard(1, "are steam ferry will be ready before the winter and it will carry two hundred cars");
  auto const other = heard(2, "our steam fairy will be ready before the winter and it will carry to 100 cars");
  InventedCandidates const alone({one});
  CHECK(check_one(printed, "Ada Quill", alone.candidate_source()).verdict == Verdict::unconfirmed);
  InventedCandidates const both({one, other});
  auto const finding = check_one(printed, "Ada Quill", both.candidate_source());
  CHECK(finding.verdict == Verdict::permitted);
  CHECK(finding.evidence.at(0).source == "call-1");
  CHECK(finding.evidence.at(0).edits.at(0).witness == "call-2");
  CHECK(finding.message.find("“Our” is borne out by call-2") != std::string::npos);
}

TEST_CASE("check: a transcript of another day is no witness") {
  auto const one = heard(1, "are steam ferry will be ready before the winter and it will carry two hundred cars");
  auto other = heard(2, "our steam fairy will be ready before the winter and it will carry to 100 cars");
  other.source.date = "2031-07-01";
  InventedCandidates const both({one, other});
  CHECK(check_one(printed, "Ada Quill", both.candidate_source()).verdict == Verdict::unconfirmed);
}

TEST_CASE("check: what no transcript has is nobody's word") {
  auto const one = heard(1, "are steam ferry will not be ready before the winter and it will carry two hundred cars");
  auto const other = heard(2, "our steam fairy will not be ready before the winter and it will carry to 100 cars");
  InventedCandidates const both({one, other});
  CHECK(check_one(printed, "Ada Quill", both.candidate_source()).verdict == Verdict::distorted);
}

TEST_CASE("check: a machine never overrules a person, and a person settles what machines dispute") {
  auto person = heard(1, "our steam ferry will not be ready before the winter and it will carry two hundred cars");
  person.source.made = Made::spoken;
  auto const machine = heard(2, "our steam ferry will be ready before the winter and it will carry two hundred cars");
  InventedCandidates const both({person, machine});
  auto const finding = check_one(printed, "Ada Quill", both.candidate_source());
  CHECK(finding.verdict == Verdict::distorted);
  CHECK(finding.evidence.at(0).source == "call-1");
}

TEST_CASE("check: where machines dispute a negation the recording decides") {
  auto const one = heard(1, "are steam ferry will be ready before the winter and it will not carry two hundred cars");
  auto const other = heard(2, "our steam fairy will not be ready before the winter and it will carry two hundred cars");
  InventedCandidates const both({one, other});
  CHECK(check_one(printed, "Ada Quill", both.candidate_source()).verdict == Verdict::unconfirmed);
}

TEST_CASE("check: two meetings that open alike are not one recording") {
  auto one = heard(1, "our steam ferry will be ready before the winter and it will carry no cars");
  auto other = heard(2, "our night bus will be late all year and it will carry two hundred cars");
  auto& turn = other.windows[0].turns[0].text;
  turn = turn.substr(0, turn.find(" now let me turn")) + " and with that the chair closes the hearing on the bus lanes";
  InventedCandidates const both({one, other});
  CHECK(check_one(printed, "Ada Quill", both.candidate_source()).verdict == Verdict::distorted);
}
