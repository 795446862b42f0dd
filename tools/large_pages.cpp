// SPDX-License-Identifier: MIT
#include "large_pages.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace quoth {

namespace {

constexpr std::size_t mebibyte = 1024UL * 1024;
constexpr std::size_t page = 2 * mebibyte;

// The heap grows for a first block, which then takes all that is left before the next page of 2 MiB, where later blocks
// go. It is never used and so no memory; glibc writes nothing behind it but what the next block begins with.
char* grow_to_page() {
  constexpr std::size_t first = mebibyte / 4;
  constexpr std::size_t header = 64;
  static void* block = std::malloc(first);
  if (block == nullptr) return nullptr;
  auto const rest = page - (reinterpret_cast<std::uintptr_t>(block) + first) % page;
  block = std::realloc(block, first + rest - header);
  return block == nullptr ? nullptr : static_cast<char*>(block) + first + rest;
}

}  // namespace

void use_large_pages() {
  // Setting one of them ends glibc's own adjusting of the other: how much the heap grows by, and from what size on a
  // block is no part of it.
  mallopt(M_TOP_PAD, 32 * mebibyte);
  mallopt(M_MMAP_THRESHOLD, 4 * mebibyte);
  // Every thread takes its blocks from here.
  mallopt(M_ARENA_MAX, 1);
  auto* const begin = grow_to_page();
  auto* const end = static_cast<char*>(sbrk(0));
  // Where it is refused, small pages are used.
  if (begin != nullptr && begin < end) madvise(begin, static_cast<std::size_t>(end - begin), MADV_HUGEPAGE);
}

}  // namespace quoth
