// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace quoth::match {

// A parallel for loop: calls `work` once for each number below `count`, on up to `threads` threads, of which the
// caller's is number 0. Numbers are handed out in rising order to whichever thread is free. After an exception no
// further numbers are handed out, and the exception of the lowest number is rethrown.
void parallel_for(std::size_t count, std::size_t threads,
                  std::function<void(std::size_t number, std::size_t thread)> const& work);

}  // namespace quoth::match
