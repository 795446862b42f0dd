// SPDX-License-Identifier: MIT
#include "match/check/machine_errors.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

Verdict verdict_against(std::string stored, Made made, std::string const& printed) {
  auto candidate = one_turn(std::move(stored));
  candidate.source.made = made;
  InventedCandidates const invented({candidate});
  return check_one(printed, "Ada Quill", invented.candidate_source()).verdict;
}

constexpr auto can = "The harbour board can pay for the new ferry before the winter.";

}  // namespace

TEST_CASE("check: a clipped negation asks for the recording, a full one is the writer's") {
  CHECK(verdict_against(can, Made::asr, "The harbour board can't pay for the new ferry before the winter.") ==
        Verdict::unconfirmed);
  CHECK(verdict_against(can, Made::asr, "The harbour board cannot pay for the new ferry before the winter.") ==
        Verdict::distorted);
  CHECK(verdict_against(can, Made::spoken, "The harbour board can't pay for the new ferry before the winter.") ==
        Verdict::distorted);
}

TEST_CASE("check: shapes that character recognition confuses ask for the page, other words are the writer's") {
  constexpr auto scanned = "1 don't like the way the bam at the lower dock was sold to the firm.";
  CHECK(verdict_against(scanned, Made::ocr, "I don't like the way the barn at the lower dock was sold to the firm.") ==
        Verdict::unconfirmed);
  CHECK(verdict_against(scanned, Made::ocr, "I don't like the way the mill at the lower dock was sold to the firm.") ==
        Verdict::altered);
}

TEST_CASE("check: words that a machine lost are looked for by their sounds") {
  constexpr auto heard = "so we then the harbour budget are steam ferries most effected as you can see on the slide";
  constexpr auto printed = "Within the harbour budget, our steam ferry is most affected.";
  CHECK(verdict_against(heard, Made::asr, printed) == Verdict::unconfirmed);
}

TEST_CASE("check: a few words may be misheard, a sentence of others is the writer's") {
  constexpr auto heard =
      "we are standing with the people of this town and we will not raise the property tax before next summer "
      "because the families here can hardly pay it";
  CHECK(verdict_against(
            heard, Made::asr,
            "We are standing with the people of this prison, and we will not raise the property tax before next "
            "summer, because the families here can hardly pay it.") == Verdict::unconfirmed);
  CHECK(
      must_be_seen(verdict_against(heard, Made::asr,
                                   "We are stealing with the people of this prison, and we will not burn the property "
                                   "bank before next winter, because the bastards here can hardly eat it.")));
}

TEST_CASE("check: letters that decide the meaning are no misreading unless they show it") {
  CHECK(verdict_against("The firm served hot food to the crews at the lower dock.", Made::ocr,
                        "The firm served not food to the crews at the lower dock.") == Verdict::distorted);
}
