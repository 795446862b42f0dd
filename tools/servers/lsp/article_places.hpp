// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "quoth/document.hpp"
#include "quoth/quotation.hpp"
#include "text/unicode/byte_positions.hpp"
#include "tools/servers/lsp/editor_desk.hpp"
#include "tools/servers/lsp/text_lines.hpp"

namespace quoth::tools {

// Where the quotations of a checked text, which must outlive it, stand in the editor.
class ArticlePlaces {
 public:
  ArticlePlaces(CheckedText const& text, PositionEncoding encoding)
      : article_(text.article), text_(text.text), positions_(text.text), lines_(text.text, encoding) {}

  TextRange range_of(Span span) const;
  // From the first word of the quotation to its last, with what stands between its segments.
  TextRange range_of(Quotation const& quotation) const;
  TextLines const& lines() const { return lines_; }

 private:
  std::size_t byte_of(std::uint32_t offset) const;

  Document const& article_;
  std::string_view text_;
  text::BytePositions positions_;
  TextLines lines_;
};

// Whether two ranges share a place; the end of one may be the start of the other.
bool meet(TextRange const& a, TextRange const& b);

}  // namespace quoth::tools
