// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace quoth::text {

// A parallel for loop: calls `work` once for each number below `count`, on up to `threads` threads, of which the
// caller's is number 0. Numbers are handed out in rising order to whichever thread is free. After an exception no
// further numbers are handed out, and the exception of the lowest number is rethrown. Where threads cannot be started,
// fewer do the work.
void parallel_for(std::size_t count, std::size_t threads,
                  std::function<void(std::size_t number, std::size_t thread)> const& work);

// Calls both functions at the same time, the first on the caller's thread. Rethrows the exception of the first, or else
// of the second. Where no thread can be started, calls them one after the other.
void parallel_invoke(std::function<void()> const& first, std::function<void()> const& second);

}  // namespace quoth::text
