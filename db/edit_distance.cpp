// SPDX-License-Identifier: MIT
#include "edit_distance.hpp"

#include <algorithm>

namespace quoth {

// Several words of the query are compared with one of the text at a time: what a step needs of the step before it comes
// in loops of its own.
std::uint32_t EditDistance::measure(QueryWords const& query, std::span<std::uint64_t const> text) {
  auto const size = query.size();
  aligned_.resize(size + 1);
  for (std::uint32_t i = 0; i <= size; ++i) aligned_[i] = static_cast<Cost>(i * word);
  passing_.assign(size + 1, static_cast<Cost>(size * word + jump));
  kept_.resize(size);
  next_.assign(size + 1, 0);
  auto best = aligned_[size];
  for (auto hash : text) {
    for (std::uint32_t i = 0; i < size; ++i) {
      kept_[i] = std::min(aligned_[i], passing_[i]);
      next_[i + 1] = static_cast<Cost>(std::min(kept_[i], aligned_[i + 1]) + word);
    }
    for (std::uint32_t i = 0; i <= size; ++i)
      passing_[i] = std::min(passing_[i], static_cast<Cost>(aligned_[i] + jump));
    for (auto i = query.find(hash); i != QueryWords::none; i = query.next(i))
      next_[i + 1] = std::min(next_[i + 1], kept_[i]);
    for (std::uint32_t i = 1; i <= size; ++i) next_[i] = std::min(next_[i], static_cast<Cost>(next_[i - 1] + word));
    aligned_.swap(next_);
    best = std::min(best, aligned_[size]);
  }
  return best;
}

}  // namespace quoth
