// SPDX-License-Identifier: MIT
#include "match/check/stretches.hpp"

#include <doctest/doctest.h>

using namespace quoth::match;

TEST_CASE("Stretches: the tokens of each segment, in the whole and alone") {
  Stretches const stretches({"We won't sell,", "not this year, [she] said.", "Never."});
  REQUIRE(stretches.size() == 3);
  CHECK(stretches.tokens(0).first == 0);
  CHECK(stretches.tokens(2).last == stretches.whole().tokens().size());
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    CHECK(stretches.is_cut_cleanly(i));
    if (i > 0) CHECK(stretches.tokens(i).first == stretches.tokens(i - 1).last);
  }
  CHECK(stretches.words(1).tokens().key(0) == "not");
}

TEST_CASE("Stretches: bytes count the blanks between the segments") {
  Stretches const stretches({"abc", "de"});
  CHECK(stretches.first_byte(0) == 0);
  CHECK(stretches.first_byte(1) == 4);
}

TEST_CASE("Stretches: of a quotation too long only the beginning is compared") {
  Stretches const stretches({std::string(40'000, 'a'), "the end"});
  CHECK_FALSE(stretches.is_cut_cleanly(1));
}
