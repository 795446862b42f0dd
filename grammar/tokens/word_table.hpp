// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/tokens/word_key.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::grammar {

// Maps words to values: a hash table with open addressing and linear probing, whose keys are hashes already. A byte of
// each key, its tag, stands apart from the rest: most words that are looked up are not in the table, and the tags,
// which show it, fit in the processor's first cache. Reading from several threads is safe while nobody adds.
template <class Value>
class WordTable {
 public:
  // `slots`: a power of two, at least twice the number of words.
  explicit WordTable(std::size_t slots) : tags_(slots), entries_(slots) {}

  // The value of the word, for change; a new one for a new word.
  Value& operator[](WordKey key) {
    auto const slot = slot_of(key);
    tags_[slot] = tag_of(key);
    entries_[slot].key = key;
    return entries_[slot].value;
  }
  // The value of the word; Value() for one that is not in the table.
  Value find(WordKey key) const {
    auto const slot = slot_of(key);
    return tags_[slot] == 0 ? Value() : entries_[slot].value;
  }

 private:
  struct Entry {
    WordKey key = 0;
    Value value{};
  };

  static std::uint8_t tag_of(WordKey key) { return static_cast<std::uint8_t>(key >> 56U) | 1U; }

  // The slot of the word, or the free one where it would be.
  std::size_t slot_of(WordKey key) const {
    auto const mask = tags_.size() - 1;
    auto const tag = tag_of(key);
    auto slot = static_cast<std::size_t>(key) & mask;
    while (tags_[slot] != 0 && (tags_[slot] != tag || entries_[slot].key != key)) slot = (slot + 1) & mask;
    return slot;
  }

  std::vector<std::uint8_t> tags_;  // 0 for a free slot
  std::vector<Entry> entries_;
};

// Calls `use(class_of(name), word)` with each word of every line "name: words" of a data file.
template <class ClassOf, class Use>
void for_each_listed(std::string_view data, ClassOf class_of, Use use) {
  for (auto line : text::lines_of(data)) {
    auto const colon = line.find(": ");
    if (colon == line.npos) continue;
    auto const word_class = class_of(line.substr(0, colon));
    line.remove_prefix(colon + 2);
    while (!line.empty()) {
      auto const word = line.substr(0, line.find(' '));
      line.remove_prefix(word.size() < line.size() ? word.size() + 1 : word.size());
      if (!word.empty()) use(word_class, word);
    }
  }
}

// The key of a word of a data file, whatever its capitals.
inline WordKey folded_key(std::string_view utf8) { return folded_key(text::to_utf32(utf8)); }

}  // namespace quoth::grammar
