// SPDX-License-Identifier: MIT
#include "match/sound/spoken_number.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using quoth::match::says_number;
using quoth::match::ways_to_say;

namespace {
bool is_said(std::string_view digits, std::string_view words) {
  auto const ways = ways_to_say(digits);
  return std::ranges::find(ways, words) != ways.end();
}
}  // namespace

TEST_CASE("ways_to_say: whole numbers, and years in pairs") {
  CHECK(is_said("40", "forty"));
  CHECK(is_said("140", "one hundred forty"));
  CHECK(is_said("1250000", "one million two hundred fifty thousand"));
  CHECK(is_said("2031", "two thousand thirty one"));
  CHECK(is_said("2031", "twenty thirty one"));
  CHECK(is_said("1905", "nineteen oh five"));
  CHECK(is_said("0", "zero"));
}

TEST_CASE("ways_to_say: decimals, and amounts of money") {
  CHECK(is_said("0.9", "point nine"));
  CHECK(is_said("4.10", "four point one"));
  CHECK(is_said("7.70", "seven seventy"));
  CHECK(is_said("0.22", "twenty two"));
}

TEST_CASE("ways_to_say: numbers too long for a name are said digit by digit") {
  CHECK(is_said("1234567890123456", "one two three four five six seven eight nine zero one two three four five six"));
}

TEST_CASE("says_number: the words of numbers") {
  CHECK(says_number("forty"));
  CHECK(says_number("hundred"));
  CHECK(says_number("point"));
  CHECK_FALSE(says_number("for"));
}
