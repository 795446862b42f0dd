// SPDX-License-Identifier: MIT
#include "text/articles/prose_builder.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "text/unicode/code_points.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

namespace quoth::text {

std::size_t OffsetMap::at(std::size_t inner) const {
  auto const after = std::ranges::upper_bound(steps_, inner, {}, &Step::inner);
  if (after == steps_.begin()) return inner;
  auto const& step = *std::prev(after);
  return step.file + (inner - step.inner);
}

std::size_t OffsetMap::end_of_step(std::size_t inner) const {
  auto const after = std::ranges::upper_bound(steps_, inner, {}, &Step::inner);
  return after == steps_.end() ? std::numeric_limits<std::size_t>::max() : after->inner;
}

void OffsetMap::shift(std::size_t size) {
  if (steps_.empty()) steps_.push_back({0, 0});
  for (auto& step : steps_) step.inner += size;
}

void ProseBuilder::open(BlockKind kind, std::uint8_t level) {
  close();
  kind_ = kind;
  level_ = kind == BlockKind::block_quote ? level : std::uint8_t{0};
}

void ProseBuilder::close() {
  blank_due_ = false;
  if (!block_) return;
  while (text_.size() > *block_ && is_white_space(text_.back())) text_.pop_back();
  if (text_.size() > *block_) {
    blocks_.push_back({{static_cast<std::uint32_t>(*block_), static_cast<std::uint32_t>(text_.size())}, kind_, level_});
  }
  block_.reset();
}

bool ProseBuilder::ends_in_letter() const { return block_size() > 0 && is_letter(text_.back()); }

bool ProseBuilder::ends_in_colon() const {
  auto const last =
      std::ranges::find_if_not(text_.rbegin(), text_.rend(), [](char32_t c) { return is_white_space(c); });
  return last != text_.rend() && *last == U':';
}

bool ProseBuilder::ends_in_closing_mark() const {
  auto const size = block_size();
  auto const stop = size > 1 && (text_.back() == U'.' || text_.back() == U',');
  auto const last = size == 0 ? U' ' : text_[text_.size() - (stop ? 2 : 1)];
  return last == U'”' || last == U'"' || last == U'»' || last == U'’';
}

void ProseBuilder::drop_block() {
  if (!block_) return;
  text_.resize(*block_);
  while (!anchors_.empty() && anchors_.back().text >= text_.size()) anchors_.pop_back();
  close();
}

// Adds an anchor only where the distance between text and file changes.
void ProseBuilder::anchor(std::size_t offset) {
  Anchor const here{static_cast<std::uint32_t>(text_.size()),
                    start_.column + counter_.at(std::min(offset - std::min(offset, start_.byte), file_.size()))};
  if (!anchors_.empty() && here.text - anchors_.back().text == here.file - anchors_.back().file) return;
  while (!anchors_.empty() && anchors_.back().text >= here.text) anchors_.pop_back();
  anchors_.push_back(here);
}

// Decodes a part at a time: the whole of a long text would take as much again as what is made of it.
void ProseBuilder::add(std::string_view utf8, std::optional<std::size_t> offset) {
  constexpr std::size_t at_once = 64UL * 1024;  // bytes
  bool anchored = false;
  for (std::size_t begin = 0; begin < utf8.size();) {
    auto end = std::min(begin + at_once, utf8.size());
    while (end < utf8.size() && continues_code_point(utf8[end])) ++end;
    auto byte = begin;
    for (auto const c : to_utf32(utf8.substr(begin, end - begin))) {
      add_character(c, offset ? std::optional(*offset + byte) : std::nullopt, anchored);
      byte += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
    }
    begin = end;
  }
}

void ProseBuilder::add_character(char32_t c, std::optional<std::size_t> offset, bool& anchored) {
  if (is_white_space(c)) {
    blank_due_ = true;
    anchored = false;
    return;
  }
  if (!block_) {
    if (!text_.empty()) text_ += U"\n\n";
    block_ = text_.size();
  } else if (blank_due_ && text_.size() > *block_ && text_.back() != U'\n') {
    text_.push_back(U' ');
  }
  blank_due_ = false;
  if (page_due_) start_page();
  if (!anchored && offset) anchor(*offset);
  anchored = true;
  text_.push_back(c);
}

void ProseBuilder::start_page() {
  page_due_ = false;
  if (pages_.empty()) pages_.push_back({0, "1"});
  pages_.push_back({static_cast<std::uint32_t>(text_.size()), std::to_string(pages_.size() + 1)});
}

void ProseBuilder::add_line_break() {
  if (block_ && text_.size() > *block_ && text_.back() != U'\n') text_.push_back(U'\n');
  blank_due_ = false;
}

Document ProseBuilder::finish(std::string id) {
  close();
  if (file_.empty()) return {std::move(id), std::move(text_), std::move(blocks_)};
  auto line_starts = line_starts_of_utf8(file_);
  for (auto line = std::next(line_starts.begin()); line != line_starts.end(); ++line) *line += start_.column;
  Document document(std::move(id), std::move(text_), std::move(blocks_), std::move(anchors_), std::move(line_starts));
  document.first_line = start_.line;
  return document;
}

Document ProseBuilder::finish_by_paragraph(std::string id) {
  close();
  std::vector<std::uint32_t> starts;
  starts.reserve(blocks_.size());
  for (auto const& block : blocks_) starts.push_back(starts.empty() ? 0 : block.span.first);
  Document document(std::move(id), std::move(text_), std::move(blocks_), {}, std::move(starts));
  document.unit = PositionUnit::paragraph;
  document.pages = std::move(pages_);
  return document;
}

}  // namespace quoth::text
