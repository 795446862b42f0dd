// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::text {

inline bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

// Maps byte offsets of a UTF-8 text to code points. Each takes time by its distance from the one asked before.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}

  std::uint32_t at(std::size_t byte) {
    for (; byte_ > byte; --byte_) code_points_ -= !continues_code_point(text_[byte_ - 1]);
    for (; byte_ < byte; ++byte_) code_points_ += !continues_code_point(text_[byte_]);
    return static_cast<std::uint32_t>(code_points_);
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t code_points_ = 0;
};

// The offsets of the lines of a UTF-8 file, in code points; the first is 0.
inline std::vector<std::uint32_t> line_starts_of_utf8(std::string_view file) {
  std::vector<std::uint32_t> starts{0};
  std::uint32_t code_points = 0;
  for (auto const byte : file) {
    code_points += !continues_code_point(byte);
    if (byte == '\n') starts.push_back(code_points);
  }
  return starts;
}

}  // namespace quoth::text
