// SPDX-License-Identifier: MIT
#pragma once

#include <malloc.h>

#include <cstdint>
#include <fstream>
#include <string>

namespace quoth::bench {

// The most memory the process has held since the last reset, in bytes; 0 where the system does not tell.
inline std::int64_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::int64_t kib = 0;
    if (word == "VmHWM:" && status >> kib) return kib * 1024;
  }
  return 0;
}

// Of the memory that the process holds now, what are pages of mapped files, in bytes.
inline std::int64_t mapped_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::int64_t kib = 0;
    if (word == "RssFile:" && status >> kib) return kib * 1024;
  }
  return 0;
}

inline void reset_peak_memory() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;
}

}  // namespace quoth::bench
