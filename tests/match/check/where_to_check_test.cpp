// SPDX-License-Identifier: MIT
#include "match/check/where_to_check.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace quoth;
using namespace quoth::match;

TEST_CASE("clock_time: hours only where there are any") {
  CHECK(clock_time(0) == "0:00");
  CHECK(clock_time(7.9) == "0:07");
  CHECK(clock_time(751.2) == "12:31");
  CHECK(clock_time(3599.99) == "59:59");
  CHECK(clock_time(3727) == "1:02:07");
  CHECK(clock_time(-3) == "0:00");
  CHECK(clock_time(1e300) == "1000:00:00");
  CHECK(clock_time(std::numeric_limits<double>::quiet_NaN()) == "0:00");
}

TEST_CASE("pages_and_lines: what is known of them") {
  CHECK(pages_and_lines({}).empty());
  CHECK(pages_and_lines({"12", 7, "12", 7}) == "page 12, line 7");
  CHECK(pages_and_lines({"12", 7, "12", 9}) == "page 12, lines 7 to 9");
  CHECK(pages_and_lines({"12", 24, "13", 2}) == "page 12, line 24 to page 13, line 2");
  CHECK(pages_and_lines({"12", 0, "13", 0}) == "page 12 to page 13");
  CHECK(pages_and_lines({"", 7, "", 9}) == "lines 7 to 9");
}

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
