// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/rolling_cues.hpp"

#include <algorithm>

namespace quoth {

namespace {

// How many lines at the head of a caption repeat the last ones of the caption before.
std::size_t lines_shown_again(Cue const& before, Cue const& cue) {
  auto most = std::min(before.lines.size(), cue.lines.size());
  for (auto count = most; count > 0; --count) {
    auto const first = before.lines.end() - static_cast<std::ptrdiff_t>(count);
    if (std::equal(first, before.lines.end(), cue.lines.begin(),
                   [](CueLine const& a, CueLine const& b) { return a.text == b.text; })) {
      return count;
    }
  }
  return 0;
}

// Whether the caption extends the one before: "we opened", then "we opened the lock".
bool grows(Cue const& before, Cue const& cue) {
  if (before.lines.empty() || cue.lines.empty()) return false;
  auto const& shown = before.lines.back().text;
  auto const& line = cue.lines.front().text;
  return !shown.empty() && line.size() > shown.size() && line.starts_with(shown) && line[shown.size()] == ' ';
}

template <typename Pair>
bool often(std::vector<Cue> const& cues, Pair repeats) {
  std::size_t again = 0;
  for (std::size_t i = 1; i < cues.size(); ++i) again += repeats(cues[i - 1], cues[i]);
  return cues.size() > 2 && again * 3 > cues.size();
}

}  // namespace

void unroll(std::vector<Cue>& cues) {
  if (often(cues, [](Cue const& before, Cue const& cue) { return lines_shown_again(before, cue) > 0; })) {
    for (auto i = cues.size() - 1; i > 0; --i) {
      auto const again = lines_shown_again(cues[i - 1], cues[i]);
      cues[i].lines.erase(cues[i].lines.begin(), cues[i].lines.begin() + static_cast<std::ptrdiff_t>(again));
    }
  }
  if (!often(cues, grows)) return;
  for (std::size_t i = 1; i < cues.size(); ++i) {
    if (!grows(cues[i - 1], cues[i])) continue;
    cues[i].start = cues[i - 1].start;
    cues[i - 1].lines.pop_back();
  }
}

}  // namespace quoth
