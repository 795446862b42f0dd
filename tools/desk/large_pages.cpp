// SPDX-License-Identifier: MIT
#include "tools/desk/large_pages.hpp"

#include <malloc.h>
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <system_error>
#include <thread>

namespace quoth::tools {

namespace {

constexpr std::size_t mebibyte = 1024UL * 1024;
constexpr std::size_t page = 2 * mebibyte;
// By how much a heap grows. Only what is used of it takes memory.
constexpr std::size_t growth = 32 * mebibyte;  // bytes

// Allocates a block in the calling thread's heap and extends it to the next multiple of 2 MiB, so that later blocks
// start on a large page. The block is never used and so takes no memory. It ends `header` bytes before the boundary,
// where glibc writes the header of the next block.
void grow_in_large_pages(void*& block) {
  constexpr std::size_t first = mebibyte / 4;
  constexpr std::size_t header = 64;
  block = std::malloc(first);
  if (block == nullptr) return;
  auto const rest = page - (reinterpret_cast<std::uintptr_t>(block) + first) % page;
  auto* const grown = std::realloc(block, first + rest - header);
  if (grown == nullptr) return;
  block = grown;
  // If the system refuses, small pages are used.
  madvise(static_cast<char*>(block) + first + rest, growth - 2 * page, MADV_HUGEPAGE);
}

}  // namespace

void use_large_pages() {
  // Setting either of them ends glibc's automatic tuning of the other: how much a heap grows by, and the size from
  // which a block is allocated outside it.
  mallopt(M_TOP_PAD, growth);
  mallopt(M_MMAP_THRESHOLD, 4 * mebibyte);
  static void* mine = nullptr;
  static void* another = nullptr;
  grow_in_large_pages(mine);
  // A thread reuses the heap of one that has ended.
  try {
    std::thread([] { grow_in_large_pages(another); }).join();
  } catch (std::system_error const&) {
    // No thread can be started, so there is no second heap.
  }
}

}  // namespace quoth::tools
