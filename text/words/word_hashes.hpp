// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth {

// A word of a text (as split_words finds them) as a store knows it. The hashes are written into stores: they must never
// change.
struct HashedWord {
  std::uint64_t hash = 0;    // of its matching key
  std::uint32_t number = 0;  // in its source
  std::uint32_t byte = 0;    // where it begins in its text
};

std::uint64_t hash_key(std::string_view key);

// Appends the words of a text, numbered from `first` on. `utf8` must be valid UTF-8 under 4 GiB.
void hash_words(std::string_view utf8, std::uint32_t first, std::vector<HashedWord>& out);

}  // namespace quoth
