// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace quoth::text {

// A bounded queue from producers to consumers: the sizes of its items, in a unit of the caller's, add up to at most
// `capacity`, or it holds one item. Thread-safe.
template <typename Item>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t capacity) : capacity_(capacity) {}

  // Waits for room. False if the queue is closed; the item is then dropped.
  bool push(Item item, std::size_t size) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return closed_ || has_room(size); });
    if (closed_) return false;
    put(std::move(item), size);
    return true;
  }
  // Does not wait: false, and the item stays with the caller, if there is no room.
  bool try_push(Item& item, std::size_t size) {
    std::lock_guard const lock(mutex_);
    if (closed_ || !has_room(size)) return false;
    put(std::move(item), size);
    return true;
  }
  // Waits for an item; none if no more will come. Whoever gets one must call `done` afterwards: until then, its work
  // may push more items.
  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return closed_ || !items_.empty() || (finished_ && in_hand_ == 0); });
    if (closed_ || items_.empty()) return std::nullopt;
    ++in_hand_;
    auto [item, size] = std::move(items_.front());
    items_.pop_front();
    size_ -= size;
    // Not for every item: a producer that is woken for room for one waits again at once.
    if (size_ <= capacity_ / 2) room_.notify_all();
    return std::move(item);
  }
  void done() {
    std::lock_guard const lock(mutex_);
    if (--in_hand_ == 0 && finished_) work_.notify_all();
  }
  // No more items from producers; those in the queue are still handed out.
  void finish() {
    std::lock_guard const lock(mutex_);
    finished_ = true;
    work_.notify_all();
  }
  // Ends at once: items in the queue are dropped.
  void close() {
    std::lock_guard const lock(mutex_);
    closed_ = true;
    work_.notify_all();
    room_.notify_all();
  }

 private:
  bool has_room(std::size_t size) const { return items_.empty() || size_ + size <= capacity_; }
  void put(Item&& item, std::size_t size) {
    items_.emplace_back(std::move(item), size);
    size_ += size;
    work_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable work_;
  std::deque<std::pair<Item, std::size_t>> items_;
  std::size_t capacity_;
  std::size_t size_ = 0;
  std::size_t in_hand_ = 0;
  bool closed_ = false;
  bool finished_ = false;
};

}  // namespace quoth::text
