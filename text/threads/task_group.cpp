// SPDX-License-Identifier: MIT
#include "text/threads/task_group.hpp"

#include <utility>

namespace quoth::text {

TaskGroup::~TaskGroup() {
  if (stop_) stop_();
  join();
}

void TaskGroup::start(std::function<void()> task) {
  std::lock_guard const lock(mutex_);
  auto const number = failures_.size();
  failures_.emplace_back();
  threads_.emplace_back([this, number, task = std::move(task)] { run(number, task); });
  ++running_;
}

void TaskGroup::run(std::size_t number, std::function<void()> const& task) {
  std::exception_ptr failure;
  try {
    task();
  } catch (...) {
    failure = std::current_exception();
    if (stop_) stop_();
  }
  std::lock_guard const lock(mutex_);
  failures_[number] = std::move(failure);
  if (--running_ == 0) ended_.notify_all();
}

bool TaskGroup::is_running_after(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !ended_.wait_for(lock, time, [this] { return running_ == 0; });
}

void TaskGroup::wait() {
  join();
  for (auto const& failure : failures_)
    if (failure) std::rethrow_exception(failure);
}

void TaskGroup::join() {
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

}  // namespace quoth::text
