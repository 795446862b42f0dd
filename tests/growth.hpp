// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>

namespace quoth::test {

inline double processor_seconds() {
  timespec spent{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) * 1e-9;
}

// How many times the processor time of work(size) grows where the size is four times as large: 4 for linear work, 16
// for quadratic. What else the machine does only adds time, so the least of several runs counts, and what looks worse
// than linear is measured anew; work that is not linear stays so each time.
template <typename Work>
double growth(std::size_t size, Work const& work) {
  auto const seconds = [&](std::size_t of_size) {
    auto const before = processor_seconds();
    work(of_size);
    return processor_seconds() - before;
  };
  double small = 1e9;
  double large = 1e9;
  for (int run = 0; run < 5; ++run) {
    small = std::min(small, seconds(size));
    large = std::min(large, seconds(4 * size));
    if (large < 6 * small) break;
  }
  return large / small;
}

// Between linear and quadratic work, with room for caches that the larger input outgrows.
double constexpr linear_growth = 9;

}  // namespace quoth::test
