// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/unicode/unit_index.hpp"

namespace quoth::tools {

// What a client counts the characters of a line in (LSP 3.17, PositionEncodingKind).
enum class PositionEncoding { utf8, utf16 };
std::string_view to_string(PositionEncoding encoding);
text::TextUnit unit_of(PositionEncoding encoding);

// A place in a text as LSP has it: a line and a character of it, both counted from 0.
struct TextPlace {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  friend bool operator==(TextPlace, TextPlace) = default;
};

// A half-open stretch between two places.
struct TextRange {
  TextPlace start;
  TextPlace end;
};

// The lines of a UTF-8 text, which must outlive it. They end with \n, \r\n or \r.
class TextLines {
 public:
  TextLines(std::string_view text, PositionEncoding encoding);

  // The byte of a place, which is the beginning of a code point; the end of the line for characters behind it, the end
  // of the text for lines behind it.
  std::size_t byte_of(TextPlace place) const;
  // The place of a byte; the end of the text for bytes behind it.
  TextPlace place_of(std::size_t byte) const;
  TextRange range_of(std::size_t first, std::size_t last) const { return {place_of(first), place_of(last)}; }
  // Where the line's last character ends, without what ends the line.
  std::size_t end_of_line(std::size_t line) const;
  std::size_t count() const { return starts_.size(); }

 private:
  std::string_view text_;
  text::UnitIndex units_;
  std::vector<std::size_t> starts_;
};

}  // namespace quoth::tools
