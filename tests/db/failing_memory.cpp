// SPDX-License-Identifier: MIT
#include "tests/db/failing_memory.hpp"

#include <sqlite3.h>

#include <atomic>

namespace quoth::test {

namespace {

sqlite3_mem_methods real_memory;
std::atomic<long> left;

bool fails_now() { return --left == 0; }

void* allocate(int size) { return fails_now() ? nullptr : real_memory.xMalloc(size); }
void* resize(void* old, int size) { return fails_now() ? nullptr : real_memory.xRealloc(old, size); }

// Takes effect only between sqlite3_shutdown and the next use.
void use(sqlite3_mem_methods const& memory) {
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_MALLOC, &memory);
}

}  // namespace

FailingMemory::FailingMemory(long nth) {
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
  auto failing = real_memory;
  failing.xMalloc = allocate;
  failing.xRealloc = resize;
  use(failing);
  left = 0;
  // What SQLite needs to begin with is not what is tried.
  sqlite3_initialize();
  left = nth;
}

FailingMemory::~FailingMemory() { use(real_memory); }

bool FailingMemory::has_failed() const { return left <= 0; }

}  // namespace quoth::test
