// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace quoth::tools {

// The lines of a file and where their paragraphs begin and end: paragraphs have blank lines between them. Lines are
// counted from 0. All is computed once, in linear time, however much is asked.
class FileLines {
 public:
  explicit FileLines(std::string_view file);

  std::size_t count() const { return starts_.size(); }
  std::size_t line_at(std::size_t byte) const;
  std::size_t start(std::size_t line) const { return starts_[line]; }
  // Where its last character ends, without the line feed.
  std::size_t end(std::size_t line) const { return line + 1 < starts_.size() ? starts_[line + 1] - 1 : size_; }
  bool is_blank(std::size_t line) const { return blank_[line]; }
  // The first line of the line's paragraph; of a blank line, of the paragraph before it.
  std::size_t paragraph_begin(std::size_t line) const { return begins_[line]; }
  // The last line of the line's paragraph; of a blank line, of the paragraph behind it.
  std::size_t paragraph_end(std::size_t line) const { return ends_[line]; }

 private:
  std::size_t size_;  // of the file, in bytes
  std::vector<std::size_t> starts_;
  std::vector<bool> blank_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> ends_;
};

}  // namespace quoth::tools
