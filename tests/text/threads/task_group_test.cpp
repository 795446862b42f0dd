// SPDX-License-Identifier: MIT
#include "text/threads/task_group.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <string>

#include "quoth/error.hpp"
#include "text/threads/work_queue.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace std::chrono_literals;

TEST_CASE("TaskGroup: waits for all tasks, also in the destructor") {
  std::atomic<int> ended = 0;
  {
    TaskGroup group;
    for (int i = 0; i < 3; ++i) group.start([&] { ++ended; });
    group.wait();
    CHECK(ended == 3);
    CHECK_FALSE(group.is_running_after(0ms));
    group.start([&] { ++ended; });
  }
  CHECK(ended == 4);
}

TEST_CASE("TaskGroup: of two exceptions, that of the task started first") {
  for (int i = 0; i < 20; ++i) {
    TaskGroup group;
    for (auto const* name : {"a", "b"}) group.start([name] { throw Error(name); });
    CHECK_THROWS_WITH_AS(group.wait(), "a", Error);
    CHECK_THROWS_WITH_AS(group.wait(), "a", Error);
  }
}

TEST_CASE("TaskGroup: when one throws, the others are asked to stop") {
  WorkQueue<int> queue(1);
  TaskGroup group([&] { queue.close(); });
  group.start([&] { queue.pop(); });
  group.start([] { throw Error("no"); });
  CHECK_THROWS_WITH_AS(group.wait(), "no", Error);
  CHECK_FALSE(queue.push(1, 1));
}

TEST_CASE("TaskGroup: when it goes, its tasks are asked to stop") {
  WorkQueue<int> queue(1);
  TaskGroup group([&] { queue.close(); });
  group.start([&] { queue.pop(); });
  CHECK(group.is_running_after(1ms));
}
