// SPDX-License-Identifier: MIT
#include "text/unicode/unit_index.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth::text;

namespace {

std::size_t units_of(TextUnit unit, std::size_t bytes) {
  return unit == TextUnit::byte ? bytes : unit == TextUnit::utf16 && bytes == 4 ? 2 : 1;
}

// Whether each character and each unit of it is found.
bool finds_all(std::string const& text, TextUnit unit) {
  UnitIndex const index(text, unit);
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (index.before(at) != units) return false;
    auto const bytes = bytes_of_code_point(text[at]);
    for (std::size_t i = 0; i < units_of(unit, bytes); ++i)
      if (index.byte_of(units + i) != at) return false;
    units += units_of(unit, bytes);
    at += bytes;
  }
  return index.before(text.size()) == units && index.byte_of(units) == text.size();
}

}  // namespace

TEST_CASE("UnitIndex: each character has its place, whichever bytes the samples stand at") {
  std::string characters;
  while (characters.size() < 3000) characters += "aé“😀b";
  for (auto const unit : {TextUnit::byte, TextUnit::code_point, TextUnit::utf16}) {
    for (std::size_t shift = 0; shift < 5; ++shift) {
      CAPTURE(shift);
      CHECK(finds_all(std::string(shift, 'x') + characters, unit));
    }
    for (std::size_t const size : {0U, 1U, 1023U, 1024U, 1025U, 2048U}) CHECK(finds_all(std::string(size, 'x'), unit));
  }
}

TEST_CASE("UnitIndex: what lies behind the text is its end") {
  for (auto const unit : {TextUnit::byte, TextUnit::code_point, TextUnit::utf16}) {
    UnitIndex const index("one", unit);
    CHECK(index.byte_of(9) == 3);
    CHECK(index.before(9) == 3);
  }
}
