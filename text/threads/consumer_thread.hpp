// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

#include "text/threads/task_group.hpp"
#include "text/threads/work_queue.hpp"

namespace quoth::text {

// A thread that works on items in the order in which they are pushed (producer and consumer), at most `capacity` of
// them waiting. Its methods are for the thread that made it.
template <typename Item>
class ConsumerThread {
 public:
  ConsumerThread(std::size_t capacity, std::function<void(Item&)> work)
      : queue_(capacity), thread_([this] { queue_.close(); }) {
    thread_.start([this, work = std::move(work)] {
      while (auto item = queue_.pop()) {
        work(*item);
        queue_.done();
      }
    });
  }

  // Waits for room. Rethrows what the work on an item before this one has thrown; so does `finish`.
  void push(Item item, std::size_t size) {
    if (!queue_.push(std::move(item), size)) thread_.wait();
  }
  // Waits until all items are done. Nothing may be pushed afterwards. Without it the destructor discards the items that
  // still wait.
  void finish() {
    queue_.finish();
    thread_.wait();
  }

 private:
  WorkQueue<Item> queue_;
  TaskGroup thread_;
};

}  // namespace quoth::text
