// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/words/token.hpp"

namespace quoth {

// The phrases of data/frames.txt by the list they are in.
class FrameLexicon {
 public:
  static FrameLexicon const& instance();

  // The length of the longest phrase of `list` that ends right before `end` and does not start before `begin`; 0 for
  // none.
  std::size_t ending_at(std::string_view list, TokenSequence const& tokens, std::size_t begin, std::size_t end) const;
  // The length of the longest one that starts at `begin` and ends by `end`.
  std::size_t starting_at(std::string_view list, TokenSequence const& tokens, std::size_t begin, std::size_t end) const;
  // Whether the one token at `i` is a phrase of `list`.
  bool holds(std::string_view list, TokenSequence const& tokens, std::size_t i) const;

 private:
  using Ids = std::vector<std::uint64_t>;

  FrameLexicon();

  std::unordered_map<std::string_view, std::vector<Ids>> lists_;
};

}  // namespace quoth
