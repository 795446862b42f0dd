// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::text {

// A word of a text (as split_words finds them) as the index of a store knows it. Hashes are written into stores and
// must never change.
struct HashedWord {
  std::uint64_t hash = 0;    // of its matching key; see hash_key
  std::uint32_t number = 0;  // index of the word in its source
  std::uint32_t byte = 0;    // offset in its text
};

std::uint64_t hash_key(std::string_view key);

// Appends the words of a text, numbered from `first` on. `utf8` must be valid UTF-8 of less than 4 GiB.
void hash_words(std::string_view utf8, std::uint32_t first, std::vector<HashedWord>& out);

// The same in parts, so that the words of a long text need not be held together: appends `count` words and a few more,
// or all that are left, from byte `at` on. Returns the byte to go on at, which is the size of the text after the last.
std::size_t hash_some_words(std::string_view utf8, std::size_t at, std::uint32_t first, std::size_t count,
                            std::vector<HashedWord>& out);

}  // namespace quoth::text
