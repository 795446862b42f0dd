// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace quoth::text {

// A task group (structured concurrency): threads that end before it does, and whose exceptions it passes on. Everything
// in quoth that runs on several threads is built on it. Its methods are for the thread that made it.
class TaskGroup {
 public:
  // `stop` asks the tasks to end early, for example by closing the queue they take from. It is called when a task has
  // thrown and before the destructor waits, on any thread and more than once.
  explicit TaskGroup(std::function<void()> stop = {}) : stop_(std::move(stop)) {}
  TaskGroup(TaskGroup const&) = delete;
  TaskGroup& operator=(TaskGroup const&) = delete;
  ~TaskGroup();

  // Runs the task on a thread of its own. Throws std::system_error where none can be started.
  void start(std::function<void()> task);
  // Waits for at most `time`; true where tasks are still running then.
  bool is_running_after(std::chrono::milliseconds time);
  // Waits for all tasks. Rethrows the exception of the task that, of those that threw, was started first.
  void wait();

 private:
  void run(std::size_t number, std::function<void()> const& task);
  void join();

  std::function<void()> stop_;
  std::mutex mutex_;
  std::condition_variable ended_;
  std::vector<std::thread> threads_;
  std::vector<std::exception_ptr> failures_;  // by task, in the order of their start
  std::size_t running_ = 0;
};

}  // namespace quoth::text
