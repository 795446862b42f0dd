// SPDX-License-Identifier: MIT
#include "tools/desk/file_lines.hpp"

#include <algorithm>

#include "text/words/lines.hpp"

namespace quoth::tools {

FileLines::FileLines(std::string_view file) : size_(file.size()) {
  for (std::size_t at = 0; at <= file.size();) {
    auto const end = std::min(file.find('\n', at), file.size());
    starts_.push_back(at);
    blank_.push_back(text::trimmed(file.substr(at, end - at)).empty());
    at = end + 1;
  }
  auto const last = starts_.size() - 1;
  begins_.resize(starts_.size());
  ends_.resize(starts_.size());
  for (std::size_t i = 0; i <= last; ++i) {
    bool const goes_on = i > 0 && (blank_[i] || !blank_[i - 1]);
    begins_[i] = goes_on ? begins_[i - 1] : i;
  }
  for (auto i = last + 1; i-- > 0;) {
    bool const goes_on = i < last && (blank_[i] || !blank_[i + 1]);
    ends_[i] = goes_on ? ends_[i + 1] : i;
  }
}

std::size_t FileLines::line_at(std::size_t byte) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(starts_, byte) - starts_.begin()) - 1;
}

}  // namespace quoth::tools
