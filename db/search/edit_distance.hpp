// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quoth::db {

// Approximate matching of a query's words anywhere in a text: Sellers' algorithm (P. Sellers, "The theory and
// computation of evolutionary distances", J. Algorithms 1, 1980), a word-level Levenshtein distance where the text
// before and after the match is free. Replacing, inserting or deleting a word costs one word. Skipping any number of
// consecutive words of the text costs at most one and a half, because quotations leave out words at an ellipsis or an
// interruption. Costs are in half words, so that they are whole numbers. It ranks passages quickly; the alignment in
// match/align, with finer costs, explains the differences later.
//
// SIMD: vectors go along the anti-diagonals of the matrix. tests/db/search/edit_distance_test.cpp compares it with a
// plain scalar matrix; the benchmark is quoth_bench_retrieval. Objects keep their memory from call to call; use one per
// thread.
class EditDistance {
 public:
  // Costs, in half words.
  static constexpr std::uint32_t word = 2;
  static constexpr std::uint32_t jump = 3;
  static constexpr std::size_t most_words = 400;  // the longest query, in words

  // The least cost, in half words, of aligning the whole query with a part of the text. Equal words have equal numbers:
  // below query.size() for words of the query, anything above for other words. The query has 1 to `most_words` words.
  std::uint32_t measure(std::span<std::uint16_t const> query, std::span<std::uint16_t const> text);

 private:
  // The costs on the current and the previous anti-diagonal. Lane k is for the first k + 1 words of the query; each
  // lane is one word of the text behind the lane before it. So a step depends on earlier steps only, and its lanes are
  // computed in parallel. The element before lane 0 is for the empty query, which costs 0.
  template <class Cost>
  struct Steps {
    std::vector<Cost> aligned;  // cost of aligning up to the current word of the text
    std::vector<Cost> next;     // the same on the next anti-diagonal
    std::vector<Cost> passing;  // cost while words of the text are skipped
    std::vector<Cost> kept;     // the lesser of aligned and passing, one step earlier
    std::vector<Cost> next_kept;
    std::vector<Cost> query;
    std::vector<Cost> text;  // in reverse order

    void begin(std::span<std::uint16_t const> query_words, std::span<std::uint16_t const> text_words);
    std::uint32_t measure(std::span<std::uint16_t const> query_words, std::span<std::uint16_t const> text_words);
  };

  // Costs of most queries fit in a byte, with twice as many lanes per vector. Longer queries use signed 16-bit costs,
  // because SSE2 has no minimum of unsigned 16-bit integers.
  Steps<std::uint8_t> short_;
  Steps<std::int16_t> long_;
};

}  // namespace quoth::db
