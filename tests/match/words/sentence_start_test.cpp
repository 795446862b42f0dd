// SPDX-License-Identifier: MIT
#include "match/words/sentence_start.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth;
using namespace quoth::match;

TEST_CASE("ends_sentence: a full stop only before what is no small letter, other marks always") {
  for (std::string const small : {"a", "m", "z"}) {
    CAPTURE(small);
    CHECK_FALSE(ends_sentence(". ", small));
    CHECK(ends_sentence("? ", small));
    CHECK(ends_sentence("! ", small));
    CHECK(ends_sentence("; ", small));
    CHECK(ends_sentence(": ", small));
  }
  for (std::string const other : {"A", "Z", "5", "É", ""}) {
    CAPTURE(other);
    CHECK(ends_sentence(". ", other));
    CHECK_FALSE(ends_sentence(", ", other));
    CHECK_FALSE(ends_sentence(" — ", other));
  }
}
