// SPDX-License-Identifier: MIT
#include "tests/line_difference.hpp"

#include <doctest/doctest.h>

using quoth::test::line_difference;

TEST_CASE("line_difference: what is the same is left out, but for two lines around a change") {
  CHECK(line_difference("", "") == "");
  CHECK(line_difference("a\nb\n", "a\nb\n") == "");
  CHECK(line_difference("a\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\n") == "@@ 3 @@\n c\n d\n-e\n+E\n");
  CHECK(line_difference("a\n", "a\nb\n") == "@@ 1 @@\n a\n+b\n");
  CHECK(line_difference("a\nb\n", "b\n") == "@@ 1 @@\n-a\n b\n");
}

TEST_CASE("line_difference: a line end that is missing shows") {
  CHECK(line_difference("a\n", "a") == "@@ 1 @@\n-a\n+a\n\\ without a line end\n");
}
