// SPDX-License-Identifier: MIT
#include "match/findings/where_to_check.hpp"

#include <doctest/doctest.h>

using namespace quoth;
using namespace quoth::match;

TEST_CASE("where_to_check: the word's own time, the turn's, or the recording") {
  Evidence evidence;
  evidence.made = Made::asr;
  Edit edit;
  CHECK(where_to_check(evidence, edit) == "check the recording");
  evidence.time = 725;
  CHECK(where_to_check(evidence, edit) == "check the recording from 12:05 on");
  edit.time = 751.4;
  CHECK(where_to_check(evidence, edit) == "check the recording at 12:31");
  CHECK(place_to_check(evidence, edit) == "the recording at 12:31");
}

TEST_CASE("where_to_check: of a scanned page the page") {
  Evidence evidence;
  evidence.made = Made::ocr;
  CHECK(where_to_check(evidence, {}) == "check the page");
  evidence.printed = {"12", 0, "12", 0};
  CHECK(where_to_check(evidence, {}) == "check page 12");
}
