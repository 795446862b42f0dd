// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "query_words.hpp"

namespace quoth {

// How far the words of a query are from a text, in quarters of a word: a word replaced, left out or put in costs one
// word; words of the text passed over cost no more than one and a half, however many, as an ellipsis or an interruption
// does. What stands before and after costs nothing. Keeps its memory from one call to the next.
class EditDistance {
 public:
  static constexpr std::uint32_t word = 4;
  static constexpr std::uint32_t jump = 6;

  // `text` is hashes of words.
  std::uint32_t measure(QueryWords const& query, std::span<std::uint64_t const> text);

 private:
  using Cost = std::uint16_t;  // a query has no more words than fit
  static_assert(QueryWords::most * word + jump + word < std::numeric_limits<Cost>::max());

  std::vector<Cost> aligned_;  // the first i words of the query against the text so far
  std::vector<Cost> passing_;  // the same, while words of the text are passed over
  std::vector<Cost> kept_;     // the better of both, for a word that is the same
  std::vector<Cost> next_;     // aligned_ with one more word of the text
};

}  // namespace quoth
