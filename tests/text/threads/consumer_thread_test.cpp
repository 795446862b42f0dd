// SPDX-License-Identifier: MIT
#include "text/threads/consumer_thread.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <vector>

#include "quoth/error.hpp"

using namespace quoth;
using namespace quoth::text;

TEST_CASE("ConsumerThread: all items, in their order, also those larger than the queue") {
  std::vector<int> done;
  ConsumerThread<std::unique_ptr<int>> consumer(2, [&](std::unique_ptr<int>& item) { done.push_back(*item); });
  for (int i = 0; i < 50; ++i) consumer.push(std::make_unique<int>(i), static_cast<std::size_t>(i % 5));
  consumer.finish();
  REQUIRE(done.size() == 50);
  for (int i = 0; i < 50; ++i) CHECK(done[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("ConsumerThread: what the work throws comes out of a later push, and of finish") {
  std::atomic<int> done = 0;
  ConsumerThread<int> consumer(1, [&](int& item) {
    if (item == 3) throw Error("three");
    ++done;
  });
  auto const push_many = [&] {
    for (int i = 0; i < 1000; ++i) consumer.push(i, 1);
  };
  CHECK_THROWS_WITH_AS(push_many(), "three", Error);
  CHECK_THROWS_WITH_AS(consumer.finish(), "three", Error);
  CHECK(done == 3);
}

TEST_CASE("ConsumerThread: without finish, what waits is discarded") {
  std::atomic<int> done = 0;
  {
    ConsumerThread<int> consumer(100, [&](int&) {
      while (done == 0) ++done;
    });
    for (int i = 0; i < 100; ++i) consumer.push(i, 1);
  }
  CHECK(done <= 100);
}
