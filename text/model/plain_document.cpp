// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <utility>

#include "quoth/document.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/words/lines.hpp"

namespace quoth {

namespace {

// Hard-wrapped text has few lines longer than this, in code points; text with one paragraph a line has many.
constexpr std::size_t wrapped_width = 100;
// In blanks. What is indented less is not set off.
constexpr std::uint32_t set_off_by = 2;

bool is_wrapped(std::u32string_view text) {
  std::size_t full = 0;
  std::size_t longer = 0;
  for (auto rest = text; !rest.empty();) {
    auto const size = text::take_line(rest).size();
    full += size > wrapped_width / 2;
    longer += size > wrapped_width;
  }
  return longer * 10 <= full;
}

// The signs of mail before a quoted line: "> ", "> > ".
struct QuotePrefix {
  std::uint32_t size = 0;  // code points
  std::uint8_t level = 0;
};

QuotePrefix quote_prefix(std::u32string_view line) {
  QuotePrefix prefix;
  std::uint32_t at = 0;
  while (at < line.size() && line[at] == U'>') {
    if (prefix.level < std::numeric_limits<std::uint8_t>::max()) ++prefix.level;
    ++at;
    if (at + 1 < line.size() && line[at] == U' ' && line[at + 1] == U'>') ++at;
  }
  if (prefix.level == 0 || (at < line.size() && !text::is_blank(line[at]))) return {};
  prefix.size = at;
  return prefix;
}

// A paragraph, and how far its lines are indented, in blanks.
struct Paragraph {
  Block block;
  std::uint32_t first_indent = 0;
  std::uint32_t least_indent = 0;
};

// Whether the words are running text: no item of a list, no table, no code.
bool is_running_text(std::u32string_view words) {
  constexpr std::size_t fewest_words = 6;
  constexpr std::u32string_view items = U"-*•·–—+#$|>";
  constexpr std::u32string_view code = U"{}<>=\\|_";
  if (items.find(words.front()) != items.npos) return false;
  auto const number = words.find_first_not_of(U"0123456789");
  if (number == words.npos || (number > 0 && (words[number] == U'.' || words[number] == U')'))) return false;
  if (words.find(U"   ") != words.npos && words.find(U'\n') == words.npos) return false;
  std::size_t letters = 0;
  std::size_t signs = 0;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    letters += text::is_letter(words[i]);
    signs += code.find(words[i]) != code.npos;
    blanks += text::is_blank(words[i]) && !text::is_blank(words[i - 1]);
  }
  return blanks + 1 >= fewest_words && letters * 10 >= (words.size() - blanks) * 7 && signs < 2;
}

// Cuts plain text, whose lines have lost the signs of mail, into paragraphs.
class ParagraphReader {
 public:
  ParagraphReader(std::u32string_view text, std::vector<std::uint8_t> const& levels)
      : text_(text), levels_(levels), wrapped_(is_wrapped(text)) {}

  std::vector<Block> read() {
    std::size_t line = 0;
    for (auto rest = text_; !rest.empty(); ++line) {
      auto const first = static_cast<std::uint32_t>(text_.size() - rest.size());
      add_line(first, text::take_line(rest), line < levels_.size() ? levels_[line] : std::uint8_t{0});
    }
    find_indented_quotations();
    std::vector<Block> blocks;
    blocks.reserve(paragraphs_.size());
    for (auto const& paragraph : paragraphs_) blocks.push_back(paragraph.block);
    return blocks;
  }

 private:
  void add_line(std::uint32_t first, std::u32string_view line, std::uint8_t level) {
    std::uint32_t indent = 0;
    std::uint32_t blanks = 0;
    for (; blanks < line.size() && text::is_blank(line[blanks]); ++blanks) indent += line[blanks] == U'\t' ? 4U : 1U;
    auto last = static_cast<std::uint32_t>(line.size());
    while (last > blanks && text::is_blank(line[last - 1])) --last;
    if (last == blanks) {
      open_ = false;
      return;
    }
    auto const kind = level > 0 ? BlockKind::block_quote : BlockKind::paragraph;
    if (open_ && (wrapped_ || level > 0) && paragraphs_.back().block.level == level && !is_set_off(indent)) {
      paragraphs_.back().block.span.last = first + last;
      paragraphs_.back().least_indent = std::min(paragraphs_.back().least_indent, indent);
    } else {
      paragraphs_.push_back({{{first + blanks, first + last}, kind, level}, indent, indent});
    }
    open_ = true;
  }

  bool ends_in_colon(Paragraph const& paragraph) const { return text_[paragraph.block.span.last - 1] == U':'; }

  // Whether a line is indented under one that ends in a colon.
  bool is_set_off(std::uint32_t indent) const {
    auto const& before = paragraphs_.back();
    return ends_in_colon(before) && indent >= before.first_indent + set_off_by;
  }

  // Indented paragraphs under a paragraph that leads to them with a colon are a block quotation.
  void find_indented_quotations() {
    for (std::size_t i = 1; i < paragraphs_.size(); ++i) {
      auto& paragraph = paragraphs_[i];
      auto const& before = paragraphs_[i - 1];
      if (paragraph.block.kind != BlockKind::paragraph) continue;
      bool const goes_on = before.block.kind == BlockKind::block_quote && before.block.level == 0 &&
                           paragraph.least_indent >= before.least_indent;
      bool const set_off = ends_in_colon(before) && before.block.level == 0 &&
                           paragraph.least_indent >= before.first_indent + set_off_by;
      if ((goes_on || set_off) &&
          is_running_text(text_.substr(paragraph.block.span.first, paragraph.block.span.size())))
        paragraph.block.kind = BlockKind::block_quote;
    }
  }

  std::u32string_view text_;
  std::vector<std::uint8_t> const& levels_;  // by line; none where no line is quoted
  bool wrapped_;
  bool open_ = false;  // whether the line before belongs to the last paragraph
  std::vector<Paragraph> paragraphs_;
};

// Text without the signs of mail before its quoted lines, with the way back.
struct Unquoted {
  std::u32string text;
  std::vector<Anchor> anchors;
  std::vector<std::uint8_t> levels;  // by line
};

Unquoted unquoted(std::u32string_view text) {
  Unquoted out;
  out.text.reserve(text.size());
  for (auto rest = text; !rest.empty();) {
    auto const first = text.size() - rest.size();
    auto const line = text::take_line(rest);
    auto const prefix = quote_prefix(line);
    out.levels.push_back(prefix.level);
    Anchor const here{static_cast<std::uint32_t>(out.text.size()), static_cast<std::uint32_t>(first + prefix.size)};
    if (!out.anchors.empty() && out.anchors.back().text == here.text) out.anchors.pop_back();
    out.anchors.push_back(here);
    out.text += line.substr(prefix.size);
    if (first + line.size() < text.size()) out.text.push_back(U'\n');
  }
  return out;
}

bool has_quoted_line(std::u32string_view text) {
  for (auto at = text.find(U'>'); at != text.npos; at = text.find(U'>', at + 1)) {
    if (at > 0 && text[at - 1] != U'\n') continue;
    auto rest = text.substr(at);
    if (quote_prefix(text::take_line(rest)).level > 0) return true;
  }
  return false;
}

}  // namespace

Document plain_document(std::string id, std::u32string text) {
  if (!has_quoted_line(text)) {
    auto blocks = ParagraphReader(text, std::vector<std::uint8_t>()).read();
    return {std::move(id), std::move(text), std::move(blocks)};
  }
  auto out = unquoted(text);
  auto blocks = ParagraphReader(out.text, out.levels).read();
  return {std::move(id), std::move(out.text), std::move(blocks), std::move(out.anchors), line_starts(text)};
}

}  // namespace quoth
