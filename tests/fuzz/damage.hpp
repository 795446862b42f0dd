// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace quoth::fuzz {

// Mutates a database file (https://www.sqlite.org/fileformat.html) in stretches of a few bytes, half of them in the
// heads of its pages, where numbers and pointers are; seldom it swaps two pages or cuts the end off. For
// LLVMFuzzerCustomMutator: libFuzzer's own mutations would shift all pages.
inline std::size_t damage_database(std::uint8_t* data, std::size_t size, unsigned seed) {
  if (size < 512) return size;
  // As the header says, where it can be.
  auto const page_size = std::clamp<std::size_t>((std::size_t{data[16]} << 8U) + data[17], 512, size);
  std::minstd_rand random(seed);
  auto const below = [&](std::size_t end) { return random() % end; };
  auto const pages = size / page_size;
  auto* const page = data + below(pages) * page_size;
  if (below(64) == 0) std::swap_ranges(page, page + page_size, data + below(pages) * page_size);
  if (below(256) == 0) return size - below(size / 2);
  for (auto rounds = 1 + below(4); rounds > 0; --rounds) {
    auto* const other = below(4) == 0 ? data + below(pages) * page_size : page;
    auto const at = below(2) == 0 ? below(40) : below(page_size);
    auto const length = std::min(1 + below(12), page_size - at);
    LLVMFuzzerMutate(other + at, length, length);
  }
  return size;
}

}  // namespace quoth::fuzz
