// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace quoth {

/// What reading one file may cost; files come from strangers.
struct Limits {
  std::size_t bytes = 512UL << 20U;     ///< of the file
  std::size_t unpacked = 100UL << 20U;  ///< bytes of all that unpacks from the file
  std::size_t line = 100UL << 20U;      ///< bytes of a line of JSON lines, which are read one by one; `bytes` holds too
  std::size_t depth = 512;              ///< of elements, objects or arrays inside each other
  std::size_t seconds = 60;             ///< of markup, PDF and containers
  std::size_t entries = 10000;          ///< files inside a container
  std::size_t ratio = 100;              ///< bytes unpacked from one byte; 10 MiB may come from any number
};

/// Sets one limit from "NAME=VALUE", such as "bytes=2G" (K, M and G are powers of 1024). Throws Error otherwise.
void set_limit(Limits& limits, std::string_view setting);

/// When work on a file must be done, in processor time of the thread that made it: a busy machine refuses nothing.
class Deadline {
 public:
  /// Begins now and ends `limits.seconds` later.
  explicit Deadline(Limits const& limits);
  /// Whether the time is over.
  bool passed() const;
  /// Throws Error naming `where` once the time is over.
  void check(std::string_view where) const;

 private:
  std::size_t seconds_;
  std::chrono::nanoseconds end_;
};

}  // namespace quoth
