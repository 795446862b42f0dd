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
  bytes += "behind";
  std::string_view rest = bytes;
  std::vector<std::uint32_t> read(numbers.size());
  REQUIRE(take_rice_list(rest, read));
  CHECK(read == numbers);
  CHECK(rest == "behind");
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

TEST_CASE("take_rice_list: what is cut off, has no such parameter or bits behind its end is refused") {
  std::string bytes;
  append_rice_list(bytes, std::vector<std::uint32_t>{40, 50, 60});
  std::vector<std::uint32_t> numbers(3);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    auto rest = std::string_view(bytes).substr(0, size);
    CHECK_FALSE(take_rice_list(rest, numbers));
    CHECK(rest.size() == size);
  }
  for (auto const* damaged : {"\x1f\xff\xff\xff", "\x05\x80\x80\x80\x80\x80\x80\x80", "\x01\xff\xff"}) {
    std::string_view rest = damaged;
    CHECK_FALSE(take_rice_list(rest, numbers));
  }
}

}  // namespace
