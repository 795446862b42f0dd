// SPDX-License-Identifier: MIT
#include "db/sources/rice_list.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "tests/db/store_fixture.hpp"

using namespace quoth::db;

namespace {

void check_round_trip(std::vector<std::uint32_t> const& numbers) {
  std::string bytes;
  append_rice_list(bytes, numbers);
  RiceListReader reader(bytes += "behind");
  for (auto const number : numbers) CHECK(reader.next() == number);
  CHECK(reader.rest() == "behind");
  CHECK(reader.is_good());
}

TEST_CASE("append_rice_list: numbers of any size come back") {
  check_round_trip({});
  check_round_trip({0});
  check_round_trip({0, 0, 0, 0, 0, 0, 0, 0, 0});
  check_round_trip({(1U << 30U) - 1, 0, 1, 23, 24, 25, 1'000'000'002});
  auto next = quoth::test::numbers(3);
  for (unsigned bits = 1; bits <= 30; ++bits) {
    std::vector<std::uint32_t> numbers(100);
    for (auto& number : numbers) number = static_cast<std::uint32_t>(next() % (1U << bits));
    check_round_trip(numbers);
  }
}

TEST_CASE("RiceListReader: what is cut off or has no such parameter is not good") {
  std::string bytes;
  append_rice_list(bytes, std::vector<std::uint32_t>{40, 50, 60});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    RiceListReader reader(std::string_view(bytes).substr(0, size));
    for (int i = 0; i < 3; ++i) reader.next();
    CHECK_FALSE(reader.is_good());
    CHECK(reader.rest().empty());
  }
  CHECK_FALSE(RiceListReader("\x1f").is_good());
  RiceListReader padded(std::string_view("\0\xff", 2));
  CHECK(padded.next() == 0);
  padded.rest();
  CHECK_FALSE(padded.is_good());
}

}  // namespace
