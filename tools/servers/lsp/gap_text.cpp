// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/gap_text.hpp"

#include <algorithm>

namespace quoth::tools {

void GapText::replace(std::size_t first, std::size_t count, std::string_view words) {
  move_gap(first);
  gap_end_ += count;
  if (gap_end_ - gap_begin_ < words.size()) widen_gap(words.size());
  bytes_.replace(gap_begin_, words.size(), words);
  gap_begin_ += words.size();
}

std::string GapText::text() const { return bytes_.substr(0, gap_begin_) + bytes_.substr(gap_end_); }

void GapText::move_gap(std::size_t to) {
  auto const begin = bytes_.begin();
  auto const at = [begin](std::size_t place) { return begin + static_cast<std::ptrdiff_t>(place); };
  auto const width = gap_end_ - gap_begin_;
  if (width > 0 && to < gap_begin_) {
    std::copy_backward(at(to), at(gap_begin_), at(gap_end_));
  } else if (width > 0) {
    std::copy(at(gap_end_), at(to + width), at(gap_begin_));
  }
  gap_begin_ = to;
  gap_end_ = to + width;
}

// To a share of the text as well, so that it is seldom done.
void GapText::widen_gap(std::size_t least) {
  auto const more = least + bytes_.size() / 8;
  bytes_.insert(gap_end_, more, '\0');
  gap_end_ += more;
}

}  // namespace quoth::tools
