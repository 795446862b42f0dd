// SPDX-License-Identifier: MIT
#include "edit_distance.hpp"

#include <algorithm>

namespace quoth {

std::uint32_t EditDistance::measure(QueryWords const& query, std::span<std::uint64_t const> text) {
  auto const size = query.size();
  aligned_.resize(size + 1);
  for (std::uint32_t i = 0; i <= size; ++i) aligned_[i] = i * word;
  passing_.assign(size + 1, size * word + jump);
  auto best = aligned_[size];
  for (auto hash : text) {
    std::uint32_t before = 0;          // aligned_[i - 1] before this word of the text
    std::uint32_t passing_before = 0;  // and passing_[i - 1]
    for (std::uint32_t i = 1; i <= size; ++i) {
      auto const matched = std::min(before, passing_before) + (query[i - 1] == hash ? 0 : word);
      before = aligned_[i];
      passing_before = passing_[i];
      passing_[i] = std::min(passing_[i], aligned_[i] + jump);
      aligned_[i] = std::min({matched, aligned_[i] + word, aligned_[i - 1] + word});
    }
    best = std::min(best, aligned_[size]);
  }
  return best;
}

}  // namespace quoth
