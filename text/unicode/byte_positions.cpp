// SPDX-License-Identifier: MIT
#include "text/unicode/byte_positions.hpp"

namespace quoth::text {

std::size_t bytes_of_code_point(char first) {
  auto const byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1U : byte < 0xE0 ? 2U : byte < 0xF0 ? 3U : 4U;
}

BytePositions::BytePositions(std::string_view file) : file_(file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  starts_.push_back(file.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  for (auto at = file.find('\n'); at != file.npos; at = file.find('\n', at + 1)) starts_.push_back(at + 1);
}

std::size_t BytePositions::byte_of(std::size_t line, std::uint32_t column) const {
  auto byte = start(line);
  for (; column > 1 && byte < file_.size(); --column) byte += bytes_of_code_point(file_[byte]);
  return byte;
}

}  // namespace quoth::text
