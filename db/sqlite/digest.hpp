// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace quoth {

// Tells contents apart, not adversaries (FNV-1a). Digests are written into stores: they must never change.
class Digest {
 public:
  // A part ends where it ends: ("ab", "c") is not ("a", "bc").
  void add(std::string_view part) {
    for (char c : part) step(static_cast<unsigned char>(c));
    step(0x100);
  }
  std::int64_t value() const { return static_cast<std::int64_t>(hash_); }

 private:
  void step(std::uint64_t c) { hash_ = (hash_ ^ c) * 0x100000001b3U; }
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

}  // namespace quoth
