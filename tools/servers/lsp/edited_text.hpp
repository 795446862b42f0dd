// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "tools/servers/lsp/gap_text.hpp"
#include "tools/servers/lsp/text_lines.hpp"

namespace quoth::tools {

// A UTF-8 text in which one change is made after the other. A place is looked for from that of the change before, so
// that many changes in the order of the text, or against it, as editors send them, take one walk through it, and move
// its bytes once.
class EditedText {
 public:
  EditedText(std::string text, PositionEncoding encoding) : text_(std::move(text)), unit_(unit_of(encoding)) {}

  // Places are those that TextLines has, in the text as it stands. False, and no change, where the range ends before it
  // starts.
  bool replace(TextRange const& range, std::string_view words);
  // As it stands.
  std::string text() const { return text_.text(); }

 private:
  bool starts_line(std::size_t byte) const;
  bool is_line_end(std::size_t byte) const { return text_[byte] == '\n' || text_[byte] == '\r'; }
  std::uint32_t units_at(std::size_t byte) const;
  void go_to(TextPlace place);
  void go_to_line(std::uint32_t line);
  void go_to_line_start();
  void go_to_previous_line();

  GapText text_;
  text::TextUnit unit_;
  std::size_t at_ = 0;  // a byte, and its place
  TextPlace place_;
};

}  // namespace quoth::tools
