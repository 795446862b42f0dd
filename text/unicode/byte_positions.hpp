// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/unicode/unit_index.hpp"

namespace quoth::text {

// Finds the bytes of a UTF-8 file that positions name, whose columns count code points. A byte order mark at the start
// belongs to no line. The file must outlive it.
class BytePositions {
 public:
  explicit BytePositions(std::string_view file);

  // Where a line begins, counted from 0; the end of the file for lines behind it.
  std::size_t start(std::size_t line) const { return line < starts_.size() ? starts_[line] : file_.size(); }
  // The byte of a column, from 1, of that line; the end of the file for columns behind it.
  std::size_t byte_of(std::size_t line, std::uint32_t column) const;

 private:
  std::string_view file_;
  UnitIndex characters_;
  std::vector<std::size_t> starts_;
};

}  // namespace quoth::text
