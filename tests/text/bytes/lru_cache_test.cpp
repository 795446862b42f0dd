// SPDX-License-Identifier: MIT
#include "text/bytes/lru_cache.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace quoth::text;

TEST_CASE("LruCache: what was put is found, by a view of the key too; what was not is not") {
  LruCache<std::string, int> cache(10);
  CHECK(cache.find(std::string_view("a")) == nullptr);
  CHECK(cache.put("a", 1) == 1);
  REQUIRE(cache.find(std::string_view("a")) != nullptr);
  CHECK(*cache.find("a") == 1);
  cache.put("a", 2);
  CHECK(*cache.find("a") == 2);
  cache.clear();
  CHECK(cache.find("a") == nullptr);
}

TEST_CASE("LruCache: it holds no more than its capacity, and what is used stays") {
  LruCache<std::int64_t, std::int64_t> cache(100);
  for (std::int64_t i = 0; i < 1'000; ++i) {
    CHECK(cache.put(i, i) == i);
    REQUIRE(cache.find(std::int64_t{0}) != nullptr);
    CHECK(*cache.find(i) == i);
  }
  int held = 0;
  for (std::int64_t i = 0; i < 1'000; ++i) held += cache.find(i) != nullptr ? 1 : 0;
  CHECK(held <= 100);
  CHECK(held >= 40);
}

TEST_CASE("LruCache: an old entry that is replaced does not come back") {
  LruCache<std::int64_t, int> cache(4);
  for (std::int64_t i = 0; i < 3; ++i) cache.put(i, 1);  // 0 and 1 are of the older generation
  cache.put(0, 2);
  for (std::int64_t i = 10; i < 12; ++i) cache.put(i, 1);
  auto const* known = cache.find(std::int64_t{0});
  CHECK((known == nullptr || *known == 2));
}

namespace {
struct Length {
  std::size_t operator()(std::string const& key, std::string const& value) const { return key.size() + value.size(); }
};
}  // namespace

TEST_CASE("LruCache: sizes count in the unit of the capacity; the newest entry stays however large") {
  LruCache<std::string, std::string, Length> cache(1'000);
  for (int i = 0; i < 100; ++i) cache.put(std::to_string(i), std::string(98, 'x'));
  int held = 0;
  for (int i = 0; i < 100; ++i) held += cache.find(std::to_string(i)) != nullptr ? 1 : 0;
  CHECK(held <= 11);
  CHECK(held >= 5);
  cache.put("large", std::string(5'000, 'x'));
  REQUIRE(cache.find("large") != nullptr);
  CHECK(cache.find("large")->size() == 5'000);
}

TEST_CASE("LruCache: one of room for one entry holds the last one") {
  LruCache<std::int64_t, bool> cache(1);
  cache.put(0, true);
  for (int i = 0; i < 3; ++i) CHECK(cache.find(std::int64_t{0}) != nullptr);
  cache.put(1, false);
  CHECK(cache.find(std::int64_t{1}) != nullptr);
}
