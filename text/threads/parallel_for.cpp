// SPDX-License-Identifier: MIT
#include "text/threads/parallel_for.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <vector>

#include "text/threads/task_group.hpp"

namespace quoth::text {

namespace {

// False where no thread can be started.
bool try_start(TaskGroup& group, std::function<void()> task) {
  try {
    group.start(std::move(task));
    return true;
  } catch (std::system_error const&) {
    return false;
  }
}

}  // namespace

void parallel_for(std::size_t count, std::size_t threads,
                  std::function<void(std::size_t number, std::size_t thread)> const& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::exception_ptr> failures(count);
  auto const take = [&](std::size_t thread) {
    for (auto number = next++; number < count; number = next++) {
      try {
        work(number, thread);
      } catch (...) {
        failures[number] = std::current_exception();
        next = count;
      }
    }
  };
  TaskGroup others;
  for (std::size_t thread = 1; thread < std::min(threads, count); ++thread)
    if (!try_start(others, [&take, thread] { take(thread); })) break;
  take(0);
  others.wait();
  auto const failed = std::ranges::find_if(failures, [](std::exception_ptr const& one) { return one != nullptr; });
  if (failed != failures.end()) std::rethrow_exception(*failed);
}

void parallel_invoke(std::function<void()> const& first, std::function<void()> const& second) {
  TaskGroup other;
  auto const is_started = try_start(other, second);
  first();
  is_started ? other.wait() : second();
}

}  // namespace quoth::text
