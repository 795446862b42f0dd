// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

// How far the words of a query are from a text, in halves of a word: a word replaced, left out or put in costs one
// word; words of the text passed over cost no more than one and a half, however many, as an ellipsis or an interruption
// does. What stands before and after costs nothing. Keeps its memory from one call to the next.
class EditDistance {
 public:
  static constexpr std::uint32_t word = 2;
  static constexpr std::uint32_t jump = 3;
  static constexpr std::size_t most_words = 400;  // of a query

  // A word is a number: below the query's size where the query has it, equal for equal words; anything above elsewhere.
  std::uint32_t measure(std::span<std::uint16_t const> query, std::span<std::uint16_t const> text);

 private:
  // The costs of one step, and of the one before. Lane k holds the first k + 1 words of the query; each has read a word
  // of the text less than the one before it, so that a step needs nothing but earlier steps and the lanes of it can be
  // worked out side by side. Before lane 0 stands the empty query, which costs nothing.
  template <class Cost>
  struct Steps {
    std::vector<Cost> aligned;  // against the text so far
    std::vector<Cost> next;     // the same, a step later
    std::vector<Cost> passing;  // while words of the text are passed over
    std::vector<Cost> kept;     // the better of aligned and passing, a step ago
    std::vector<Cost> next_kept;
    std::vector<Cost> query;
    std::vector<Cost> text;  // backwards

    void begin(std::span<std::uint16_t const> query_words, std::span<std::uint16_t const> text_words);
    std::uint32_t measure(std::span<std::uint16_t const> query_words, std::span<std::uint16_t const> text_words);
  };

  // Most queries are short enough for costs of a byte, of which twice as many are worked out at a time. The others have
  // a sign, because not every processor finds the lesser of two words without one.
  Steps<std::uint8_t> short_;
  Steps<std::int16_t> long_;
};

}  // namespace quoth
