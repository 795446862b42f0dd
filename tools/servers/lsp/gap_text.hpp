// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace quoth::tools {

// A text that is changed in place after place: a gap buffer (https://en.wikipedia.org/wiki/Gap_buffer). A change moves
// the bytes between it and the one before, not all behind it.
class GapText {
 public:
  explicit GapText(std::string text) : bytes_(std::move(text)), gap_begin_(bytes_.size()), gap_end_(bytes_.size()) {}

  std::size_t size() const { return bytes_.size() - (gap_end_ - gap_begin_); }
  char operator[](std::size_t at) const { return bytes_[at < gap_begin_ ? at : at + (gap_end_ - gap_begin_)]; }
  // Puts `words` in the place of so many bytes from `first` on, which the text has.
  void replace(std::size_t first, std::size_t count, std::string_view words);
  // The whole of it; leaves it as it is.
  std::string text() const;

 private:
  void move_gap(std::size_t to);
  void widen_gap(std::size_t least);

  std::string bytes_;
  std::size_t gap_begin_;  // places in bytes_; what lies between is no text
  std::size_t gap_end_;
};

}  // namespace quoth::tools
