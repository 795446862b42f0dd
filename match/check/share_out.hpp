// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace quoth {

// Does `work` once for each number below `count`, on so many threads, of which the caller's is number 0. Numbers are
// taken in order, each by the thread that is free first. Once one has thrown no more are taken, and what the lowest of
// them threw is thrown again.
void share_out(std::size_t count, std::size_t threads,
               std::function<void(std::size_t number, std::size_t thread)> const& work);

}  // namespace quoth
