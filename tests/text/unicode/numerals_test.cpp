// SPDX-License-Identifier: MIT
#include "text/unicode/numerals.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace std::string_view_literals;
using namespace quoth::text;

TEST_CASE("is_year: four digits of our time, with or without a letter") {
  for (auto const year : {"1500"sv, "1999"sv, "2031"sv, "2100"sv, "2031a"sv}) CHECK_MESSAGE(is_year(year), year);
  for (auto const other : {"1499"sv, "2101"sv, "203"sv, "20311"sv, "2031A"sv, "2,31"sv, "a2031"sv, ""sv, "2031ab"sv})
    CHECK_MESSAGE(!is_year(other), other);
  CHECK(is_year(U"2031b"sv));
  CHECK(!is_year(U"２０３１"sv));
}

TEST_CASE("roman_value: numerals in one case, below 400") {
  CHECK(roman_value("I"sv) == 1);
  CHECK(roman_value("xii"sv) == 12);
  CHECK(roman_value("XLIX"sv) == 49);
  CHECK(roman_value(U"xcix"sv) == 99);
  CHECK(roman_value(U"CCCXCIX"sv) == 399);
  for (auto const other :
       {""sv, "IIII"sv, "VX"sv, "IIX"sv, "Xi"sv, "xI"sv, "civil"sv, "mix"sv, "did"sv, "XII."sv, "4"sv})
    CHECK_MESSAGE(roman_value(other) == 0, other);
}

TEST_CASE("roman_value_in_name: capitals, from 2 to 39") {
  CHECK(roman_value_in_name("II"sv) == 2);
  CHECK(roman_value_in_name("V"sv) == 5);
  CHECK(roman_value_in_name(U"XXXIX"sv) == 39);
  for (auto const other : {"I"sv, "xi"sv, "XL"sv, "CC"sv, "LI"sv})
    CHECK_MESSAGE(roman_value_in_name(other) == 0, other);
}
