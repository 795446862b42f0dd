// SPDX-License-Identifier: MIT
#include "tools/desk/covered_lines.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace quoth::tools {

CoveredLines::CoveredLines(std::vector<std::uint32_t> lines) : lines_(std::move(lines)) {
  std::ranges::sort(lines_);
  lines_.erase(std::unique(lines_.begin(), lines_.end()), lines_.end());
  last_.resize(lines_.size());
  next_.resize(lines_.size() + 1);
  std::iota(next_.begin(), next_.end(), std::size_t{0});
}

std::size_t CoveredLines::place_of(std::uint32_t line) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(lines_, line) - lines_.begin());
}

// Halves the way on each look, so that the next one is shorter.
std::size_t CoveredLines::next_free(std::size_t place) {
  while (next_[place] != place) place = next_[place] = next_[next_[place]];
  return place;
}

void CoveredLines::cover(std::vector<Suppression> const& comments, Verdict verdict, std::set<std::size_t>& needed) {
  for (auto i = comments.size(); i-- > 0;) {
    auto const& comment = comments[i];
    if (comment.verdict != verdict) continue;
    auto const reaches = [&](std::size_t place) { return place < lines_.size() && lines_[place] <= comment.last_line; };
    auto const first = place_of(comment.first_line);
    if (reaches(first)) needed.insert(i);
    for (auto place = next_free(first); reaches(place); place = next_free(place)) {
      last_[place] = i;
      next_[place] = place + 1;
    }
  }
}

std::optional<std::size_t> CoveredLines::last_over(std::uint32_t line) const { return last_[place_of(line)]; }

}  // namespace quoth::tools
