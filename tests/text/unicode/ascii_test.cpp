// SPDX-License-Identifier: MIT
#include "text/unicode/ascii.hpp"

#include <doctest/doctest.h>

using namespace quoth::text;

TEST_CASE("letters and digits of ASCII are told, and no byte beyond it is one") {
  std::string lower;
  std::string upper;
  std::string digits;
  for (int byte = 0; byte < 256; ++byte) {
    auto const c = static_cast<char>(byte);
    if (is_ascii_lower(c)) lower += c;
    if (is_ascii_upper(c)) upper += c;
    if (is_ascii_digit(c)) digits += c;
    CHECK(is_ascii_letter(c) == (is_ascii_lower(c) || is_ascii_upper(c)));
    CHECK(is_ascii_alphanumeric(c) == (is_ascii_letter(c) || is_ascii_digit(c)));
  }
  CHECK(lower == "abcdefghijklmnopqrstuvwxyz");
  CHECK(upper == "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  CHECK(digits == "0123456789");
}

TEST_CASE("a code point beyond ASCII is no digit and no letter of it") {
  for (char32_t const c : {U'٣', U'３', U'é', U'İ', U'ı'}) CHECK(!is_ascii_alphanumeric(c));
}

TEST_CASE("names of ASCII are compared without case, other letters as they are") {
  CHECK(in_ascii_lower("TITLE İ É") == "title İ É");
  CHECK(is_same_in_ascii_case("Content-Disposition", "CONTENT-disposition"));
  CHECK(!is_same_in_ascii_case("Content-Type", "Content-Typ"));
}
