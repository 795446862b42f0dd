// SPDX-License-Identifier: MIT
#include "text/threads/parallel_for.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "quoth/error.hpp"

using namespace quoth;
using namespace quoth::text;

TEST_CASE("parallel_for: each number once, however many threads") {
  for (std::size_t const threads : {1U, 2U, 3U, 40U}) {
    std::vector<int> times(20);
    std::vector<std::size_t> by(20);
    parallel_for(times.size(), threads, [&](std::size_t number, std::size_t thread) {
      ++times[number];
      by[number] = thread;
    });
    CHECK(times == std::vector<int>(20, 1));
    for (auto const thread : by) CHECK(thread < threads);
  }
}

TEST_CASE("parallel_for: what the lowest number threw is thrown, and nothing is begun after it") {
  for (std::size_t const threads : {1U, 2U, 3U}) {
    std::vector<int> times(1000);
    auto const work = [&](std::size_t number, std::size_t) {
      ++times[number];
      if (number >= 10) throw Error("number " + std::to_string(number));
    };
    CHECK_THROWS_WITH_AS(parallel_for(times.size(), threads, work), "number 10", Error);
    CHECK(times[999] == 0);
  }
}

TEST_CASE("parallel_invoke: both are called, the first on the caller's thread") {
  std::thread::id first, second;
  parallel_invoke([&] { first = std::this_thread::get_id(); }, [&] { second = std::this_thread::get_id(); });
  CHECK(first == std::this_thread::get_id());
  CHECK(second != first);
  CHECK(second != std::thread::id());
}

TEST_CASE("parallel_invoke: both end before an exception is passed on, the first one's if both throw") {
  bool ended = false;
  auto const fails = [] { throw Error("first"); };
  CHECK_THROWS_WITH_AS(parallel_invoke(fails, [&] { ended = true; }), "first", Error);
  CHECK(ended);
  CHECK_THROWS_WITH_AS(parallel_invoke([] {}, [] { throw Error("second"); }), "second", Error);
  CHECK_THROWS_WITH_AS(parallel_invoke(fails, [] { throw Error("second"); }), "first", Error);
}
