// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "text/bytes/hash.hpp"

namespace quoth::db {

// A 64-bit FNV-1a hash (http://www.isthe.com/chongo/tech/comp/fnv/). Not safe against deliberate collisions. Digests
// are stored, so the result must never change.
class Digest {
 public:
  // Each part is terminated, so that ("ab", "c") and ("a", "bc") differ.
  void add(std::string_view part) {
    for (char c : part) step(static_cast<unsigned char>(c));
    step(0x100);
  }
  std::int64_t value() const { return static_cast<std::int64_t>(hash_); }

 private:
  void step(std::uint64_t c) { hash_ = text::fnv_step(hash_, c); }
  std::uint64_t hash_ = text::fnv_offset;
};

}  // namespace quoth::db
