// SPDX-License-Identifier: MIT
#include "text/unicode/byte_positions.hpp"

namespace quoth::text {

BytePositions::BytePositions(std::string_view file) : file_(file), characters_(file, TextUnit::code_point) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  starts_.push_back(file.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  for (auto at = file.find('\n'); at != file.npos; at = file.find('\n', at + 1)) starts_.push_back(at + 1);
}

std::size_t BytePositions::byte_of(std::size_t line, std::uint32_t column) const {
  return characters_.byte_of(characters_.before(start(line)) + column - 1);
}

}  // namespace quoth::text
