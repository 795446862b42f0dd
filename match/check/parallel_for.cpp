// SPDX-License-Identifier: MIT
#include "match/check/parallel_for.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace quoth::match {

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
  {
    std::vector<std::jthread> others;
    try {
      for (std::size_t thread = 1; thread < std::min(threads, count); ++thread) others.emplace_back(take, thread);
    } catch (std::system_error const&) {
      // If no further thread can be started, the work runs on fewer threads.
    }
    take(0);
  }
  auto const failed = std::ranges::find_if(failures, [](std::exception_ptr const& one) { return one != nullptr; });
  if (failed != failures.end()) std::rethrow_exception(*failed);
}

}  // namespace quoth::match
