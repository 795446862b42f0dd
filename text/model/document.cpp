// SPDX-License-Identifier: MIT
#include "quoth/document.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>

#include "quoth/error.hpp"
#include "quoth/quotation.hpp"
#include "text/bytes/sha256.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth {

std::string_view to_string(PositionUnit unit) {
  switch (unit) {
    case PositionUnit::line:
      return "line";
    case PositionUnit::paragraph:
      return "paragraph";
    case PositionUnit::page:
      return "page";
  }
  return {};
}

std::vector<std::uint32_t> line_starts(std::u32string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (auto at = text.find(U'\n'); at != text.npos; at = text.find(U'\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

Document::Document(std::string id, std::u32string text, std::vector<Block> blocks, std::vector<Anchor> anchors,
                   std::vector<std::uint32_t> line_starts)
    : id_(std::move(id)),
      text_(std::move(text)),
      blocks_(std::move(blocks)),
      anchors_(std::move(anchors)),
      line_starts_(std::move(line_starts)) {
  if (text_.size() > std::numeric_limits<std::uint32_t>::max()) throw Error(id_ + ": is over 4 billion characters");
  if (line_starts_.empty()) line_starts_ = quoth::line_starts(text_);
}

std::string Document::utf8(Span span) const { return text::to_utf8(text().substr(span.first, span.size())); }

Position Document::locate(std::uint32_t offset) const {
  auto const anchor = std::ranges::upper_bound(anchors_, offset, {}, &Anchor::text);
  auto const in_file = anchor == anchors_.begin() ? offset : offset - std::prev(anchor)->text + std::prev(anchor)->file;
  auto const line = std::prev(std::ranges::upper_bound(line_starts_, in_file));
  return {static_cast<std::uint32_t>(line - line_starts_.begin()) + first_line, in_file - *line + 1};
}

Position Document::locate(Quotation const& quotation) const { return locate(quotation.segments.front().first); }

std::string Document::digest() const {
  std::string bytes;
  auto const add = [&bytes](auto const& values) {
    bytes += std::to_string(values.size()) + ":";
    bytes.append(reinterpret_cast<char const*>(values.data()), values.size() * sizeof(values[0]));
  };
  static_assert(std::has_unique_object_representations_v<Anchor>, "bytes that mean nothing would be read");
  for (auto const* fact : {&id_, &title, &date, &url, &author, &outlet, &language}) add(*fact);
  add(text::to_utf8(text_));
  add(anchors_);
  add(line_starts_);
  for (auto const& block : blocks_)
    add(std::array{block.span.first, block.span.last, static_cast<std::uint32_t>(block.kind)});
  return text::sha256(bytes + std::string(to_string(unit)) + std::to_string(first_line));
}

}  // namespace quoth
