// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/words/token.hpp"

namespace quoth::match {

// The phrases of data/frames.txt, by list; they are English, and found in no other language. A list that the file lacks
// throws std::out_of_range.
class FrameLexicon {
 public:
  static FrameLexicon const& instance();

  // The length, in tokens, of the longest phrase of `list` that ends just before `end` and does not start before
  // `begin`; 0 if none does.
  std::size_t ending_at(std::string_view list, TokenSequence const& tokens, std::size_t begin, std::size_t end) const;
  // The length of the longest phrase that starts at `begin` and ends by `end`; 0 if none does.
  std::size_t starting_at(std::string_view list, TokenSequence const& tokens, std::size_t begin, std::size_t end) const;
  // Whether the token at `i`, alone, is a phrase of `list`.
  bool holds(std::string_view list, TokenSequence const& tokens, std::size_t i) const;

 private:
  using Ids = std::vector<std::uint64_t>;

  FrameLexicon();

  std::unordered_map<std::string_view, std::vector<Ids>> lists_;
};

}  // namespace quoth::match
