// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/paragraphs.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "grammar/transcripts/lines/turn_joiner.hpp"
#include "grammar/transcripts/prose/prose_tuning.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

constexpr std::u32string_view blanks = U" \t\r\f\v\u00A0";

std::size_t indent_of(std::u32string_view line) { return std::min(line.find_first_not_of(blanks), line.size()); }

// The indentation that opens paragraphs of a block without blank lines: everything beyond that of most lines.
std::size_t usual_indent(std::vector<TranscriptLine> const& lines, std::size_t first) {
  std::map<std::size_t, std::size_t> count;
  for (auto i = first; i < lines.size(); ++i) ++count[indent_of(lines[i].text)];
  return std::ranges::max_element(count, {}, &std::pair<std::size_t const, std::size_t>::second)->first;
}

void part_by_indentation(std::vector<TranscriptLine>& lines, std::size_t first) {
  using Tuned = ParagraphTuning;
  auto const size = lines.size() - first;
  if (size < Tuned::fewest_lines) return;
  auto const usual = usual_indent(lines, first);
  auto const is_indented = [usual](TranscriptLine const& line) { return indent_of(line.text) > usual; };
  auto const begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
  auto const indented = static_cast<std::size_t>(std::count_if(begin, lines.end(), is_indented)) * 100;
  if (indented < size * Tuned::fewest_indented || indented > size * Tuned::most_indented) return;
  std::for_each(begin, lines.end(),
                [&](TranscriptLine& line) { line.opens_paragraph = line.opens_paragraph || is_indented(line); });
}

// The number of an item of a list, "3. Library", "3) Library"; 0 for other lines.
std::uint32_t item_number(std::u32string_view line) {
  constexpr std::size_t most_digits = 3;
  line.remove_prefix(indent_of(line));
  std::uint32_t number = 0;
  std::size_t at = 0;
  for (; at < line.size() && at < most_digits && line[at] >= U'0' && line[at] <= U'9'; ++at)
    number = number * 10 + static_cast<std::uint32_t>(line[at] - U'0');
  bool const mark = at > 0 && at + 2 < line.size() && (line[at] == U'.' || line[at] == U')');
  return mark && blanks.find(line[at + 1]) != blanks.npos ? number : 0;
}

// Items that are numbered on from 1, or from the item before, are paragraphs of their own.
void part_by_numbers(std::vector<TranscriptLine>& lines, std::size_t first) {
  std::uint32_t before = 0;
  TranscriptLine* opens = nullptr;  // the last item 1, which opens a paragraph where an item 2 follows
  for (auto i = first; i < lines.size(); ++i) {
    auto const number = item_number(lines[i].text);
    if (number == 0 || (number != before + 1 && number != 1 && i != first)) continue;
    if (number == 1) opens = &lines[i];
    if (number == 2 && opens != nullptr) opens->opens_paragraph = true;
    if (number > 1) lines[i].opens_paragraph = true;
    before = number;
  }
}

// The lines of a document, each with the page that the file says or that form feeds count.
class LineCollector {
 public:
  LineCollector(Document const& document, Quoted quoted) : document_(document), text_(document.text()) {
    any_feed_ = text_.find(U'\f') != text_.npos;
    for (auto const& block : document.blocks()) {
      if (block.kind != BlockKind::block_quote || quoted == Quoted::kept) add(block);
    }
  }

  std::vector<TranscriptLine> take() { return std::move(lines_); }

 private:
  void add(Block const& block) {
    auto const first = lines_.size();
    bool opens = true;
    auto rest = text_.substr(block.span.first, block.span.size());
    while (!rest.empty()) {
      auto line = text::take_line(rest);
      // A form feed ends a line too: "12\f3. Findings".
      while (!line.empty()) {
        auto const feed = line.find(U'\f', line.find_first_not_of(blanks));
        auto const part = line.substr(0, feed);
        line.remove_prefix(std::min(part.size(), line.size()));
        if (std::ranges::all_of(part, text::is_blank)) continue;
        lines_.push_back({with_indent(part), opens, block.kind == BlockKind::heading, {0, page_of(part), 0}});
        // The number of the page before opens no paragraph.
        opens = opens && feed != line.npos && std::ranges::none_of(part, text::is_letter);
      }
    }
    part_by_indentation(lines_, first);
    part_by_numbers(lines_, first);
  }

  // A block starts at its first letter; the blanks before it are of the line too.
  std::u32string_view with_indent(std::u32string_view line) const {
    auto const* first = line.data();
    while (first > text_.data() && std::u32string_view(U" \t").find(first[-1]) != std::u32string_view::npos) --first;
    return {first, static_cast<std::size_t>(line.data() + line.size() - first)};
  }

  std::uint32_t page_of(std::u32string_view line) {
    auto const offset = static_cast<std::size_t>(line.data() - text_.data());
    auto const& pages = document_.pages;
    if (!pages.empty()) {
      while (at_ < pages.size() && pages[at_].text <= offset) ++at_;
      return static_cast<std::uint32_t>(at_);
    }
    if (!any_feed_) return 0;
    auto const begin = std::min(offset + indent_of(line), text_.size());
    for (; at_ < begin; ++at_) page_ += text_[at_] == U'\f';
    return page_;
  }

  Document const& document_;
  std::u32string_view text_;
  std::vector<TranscriptLine> lines_;
  bool any_feed_ = false;
  std::size_t at_ = 0;  // form feeds are counted up to here, or the pages begun
  std::uint32_t page_ = 1;
};

}  // namespace

std::string Paragraph::text() const {
  std::string all;
  for (auto const& line : lines) {
    auto words = text::to_utf8(text::trimmed(line.text, blanks));
    if (all.empty())
      all = std::move(words);
    else
      all.append(1, ' ').append(words);
  }
  return single_spaced(all);
}

PagedText paragraphs_of(Document const& document, Quoted quoted) {
  auto lines = LineCollector(document, quoted).take();
  auto const before = lines.size();
  leave_out_page_marks(lines);
  PagedText text;
  // Numbers in print are better than what the file says of its pages.
  if (lines.size() == before) {
    for (auto const& page : document.pages) text.pages.push_back(page.name);
  }
  auto& paragraphs = text.paragraphs;
  for (auto const& line : lines) {
    bool const opens = paragraphs.empty() || line.opens_paragraph || line.heading != paragraphs.back().heading;
    if (opens) paragraphs.push_back({{}, line.heading});
    paragraphs.back().lines.push_back(line);
  }
  return text;
}

}  // namespace quoth::transcripts
