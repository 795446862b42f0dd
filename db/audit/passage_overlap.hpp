// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/words/words.hpp"

namespace quoth::db {

// Which passages of one turn overlap: they have words in common where one ends and another begins, or one lies in
// another. Takes time in proportion to the words: shingles of three words find the places (Broder, "On the resemblance
// and containment of documents", 1997), and union-find joins them.
class PassageOverlap {
 public:
  // Adds a passage and returns its number, from 0. Stretches left out of it are marked […].
  std::size_t add(std::string_view passage);
  // The least number of the passages that it overlaps with, directly or through others.
  std::size_t group_of(std::size_t passage);

 private:
  using Words = std::vector<std::uint32_t>;
  // Words that follow each other in the turn.
  struct Stretch {
    std::size_t passage;
    Words words;
  };
  struct Place {
    std::size_t stretch;
    std::size_t word;
  };

  void add_stretch(std::size_t passage, std::string_view text);
  void unite(std::size_t one, std::size_t other);
  static bool overlap(Words const& one, std::size_t at, Words const& other, std::size_t its);

  std::vector<std::size_t> parents_;  // of passages
  std::vector<Stretch> stretches_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of words
  std::unordered_map<std::uint64_t, std::vector<Place>> shingles_;
  text::WordList split_;
};

}  // namespace quoth::db
