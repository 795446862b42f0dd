// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/article_places.hpp"

#include <tuple>

namespace quoth::tools {

namespace {

bool is_before(TextPlace a, TextPlace b) { return std::tie(a.line, a.character) < std::tie(b.line, b.character); }

}  // namespace

std::size_t ArticlePlaces::byte_of(std::uint32_t offset) const {
  auto const place = article_.locate(offset);
  return positions_.byte_of(place.line - article_.first_line, place.column);
}

// Markup behind the last character is not part of it.
TextRange ArticlePlaces::range_of(Span span) const {
  auto const first = byte_of(span.first);
  if (span.empty()) return lines_.range_of(first, first);
  auto const last = byte_of(span.last - 1);
  return lines_.range_of(first, last < text_.size() ? last + text::bytes_of_code_point(text_[last]) : last);
}

TextRange ArticlePlaces::range_of(Quotation const& quotation) const {
  return range_of(Span{quotation.segments.front().first, quotation.segments.back().last});
}

bool meet(TextRange const& a, TextRange const& b) { return !is_before(a.end, b.start) && !is_before(b.end, a.start); }

}  // namespace quoth::tools
