// SPDX-License-Identifier: MIT
#include "db/sources/passage_time.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace quoth::db;

namespace {

TEST_CASE("passage_time: milliseconds come back as they were") {
  for (auto const start : {0.0, 0.001, 12.74, 9.999, 3'601.123, 86'399.5}) {
    CAPTURE(start);
    auto const time = passage_time(start, start + 1.5);
    CHECK(start_of(time) == start);
    CHECK(*end_of(time) == doctest::Approx(start + 1.5));
    CHECK(time.lasts == 1'500);
  }
}

TEST_CASE("passage_time: either may be missing, and an end may be before its start") {
  CHECK_FALSE(end_of(passage_time(1.0, {})).has_value());
  auto const end_alone = passage_time({}, 2.5);
  CHECK_FALSE(start_of(end_alone).has_value());
  CHECK(end_of(end_alone) == 2.5);
  CHECK(end_of(passage_time(10, 4)) == 4);
}

TEST_CASE("passage_time: whatever the numbers are") {
  auto const nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(start_of(passage_time(nan, nan)).has_value());
  CHECK(start_of(passage_time(1e300, -1e300)) == 1e10);
  CHECK(end_of(passage_time(1e300, -1e300)) == -1e10);
  auto const most = std::numeric_limits<std::int64_t>::max();
  CHECK(std::isfinite(*end_of({most, most})));
}

}  // namespace
