// SPDX-License-Identifier: MIT
#include "tools/desk/large_pages.hpp"

#include <malloc.h>
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <system_error>
#include <thread>

namespace quoth {

namespace {

constexpr std::size_t mebibyte = 1024UL * 1024;
constexpr std::size_t page = 2 * mebibyte;
// What a heap grows by. Only what is used of it becomes memory.
constexpr std::size_t growth = 32 * mebibyte;

// The calling thread's heap grows for a first block, which then takes all that is left before the next page of 2 MiB,
// where later blocks go. It is never used and so no memory; glibc writes nothing behind it but what the next block
// begins with.
void grow_in_large_pages(void*& block) {
  constexpr std::size_t first = mebibyte / 4;
  constexpr std::size_t header = 64;
  block = std::malloc(first);
  if (block == nullptr) return;
  auto const rest = page - (reinterpret_cast<std::uintptr_t>(block) + first) % page;
  block = std::realloc(block, first + rest - header);
  if (block == nullptr) return;
  // Where it is refused, small pages are used.
  madvise(static_cast<char*>(block) + first + rest, growth - 2 * page, MADV_HUGEPAGE);
}

}  // namespace

void use_large_pages() {
  // Setting one of them ends glibc's own adjusting of the other: how much a heap grows by, and from what size on a
  // block is no part of it.
  mallopt(M_TOP_PAD, growth);
  mallopt(M_MMAP_THRESHOLD, 4 * mebibyte);
  static void* mine = nullptr;
  static void* another = nullptr;
  grow_in_large_pages(mine);
  // A thread takes over the heap of one that has ended.
  try {
    std::thread([] { grow_in_large_pages(another); }).join();
  } catch (std::system_error const&) {
    // There will be no other thread.
  }
}

}  // namespace quoth
