// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/rolling_captions.hpp"

#include <algorithm>

namespace quoth::transcripts {

namespace {

// How many lines at the head of a caption repeat the last ones of the caption before.
std::size_t lines_shown_again(Caption const& before, Caption const& caption) {
  constexpr std::size_t most_on_screen = 20;
  auto const most = std::min({before.lines.size(), caption.lines.size(), most_on_screen});
  for (auto count = most; count > 0; --count) {
    auto const first = before.lines.end() - static_cast<std::ptrdiff_t>(count);
    if (std::equal(first, before.lines.end(), caption.lines.begin(),
                   [](CaptionLine const& a, CaptionLine const& b) { return a.text == b.text; })) {
      return count;
    }
  }
  return 0;
}

// Whether the caption extends the one before: "we opened", then "we opened the lock".
bool grows(Caption const& before, Caption const& caption) {
  if (before.lines.empty() || caption.lines.empty()) return false;
  auto const& shown = before.lines.back().text;
  auto const& line = caption.lines.front().text;
  return !shown.empty() && line.size() > shown.size() && line.starts_with(shown) && line[shown.size()] == ' ';
}

template <typename Pair>
bool often(std::vector<Caption> const& captions, Pair repeats) {
  std::size_t again = 0;
  for (std::size_t i = 1; i < captions.size(); ++i) again += repeats(captions[i - 1], captions[i]);
  return captions.size() > 2 && again * 3 > captions.size();
}

}  // namespace

bool unroll(std::vector<Caption>& captions) {
  bool const roll = often(
      captions, [](Caption const& before, Caption const& caption) { return lines_shown_again(before, caption) > 0; });
  if (roll) {
    for (auto i = captions.size() - 1; i > 0; --i) {
      auto const again = lines_shown_again(captions[i - 1], captions[i]);
      captions[i].lines.erase(captions[i].lines.begin(),
                              captions[i].lines.begin() + static_cast<std::ptrdiff_t>(again));
    }
  }
  if (!often(captions, grows)) return roll;
  for (std::size_t i = 1; i < captions.size(); ++i) {
    if (!grows(captions[i - 1], captions[i])) continue;
    captions[i].start = captions[i - 1].start;
    captions[i - 1].lines.pop_back();
  }
  return true;
}

}  // namespace quoth::transcripts
