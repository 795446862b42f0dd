// SPDX-License-Identifier: MIT
#include <md4c.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "quoth/document.hpp"
#include "quoth/error.hpp"
#include "text/articles/front_matter.hpp"
#include "text/unicode/code_points.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/struck_text.hpp"

namespace quoth {

namespace {

// The character of "&mdash;" or "&#8212;"; nothing for names that prose does not use.
std::optional<char32_t> entity(std::string_view name) {
  static std::map<std::string_view, char32_t> const named{
      {"&amp;", U'&'},       {"&lt;", U'<'},     {"&gt;", U'>'},    {"&quot;", U'"'},  {"&apos;", U'\''},
      {"&nbsp;", U'\u00A0'}, {"&ldquo;", U'“'},  {"&rdquo;", U'”'}, {"&lsquo;", U'‘'}, {"&rsquo;", U'’'},
      {"&laquo;", U'«'},     {"&raquo;", U'»'},  {"&bdquo;", U'„'}, {"&mdash;", U'—'}, {"&ndash;", U'–'},
      {"&hellip;", U'…'},    {"&eacute;", U'é'}, {"&pound;", U'£'}, {"&euro;", U'€'},  {"&cent;", U'¢'}};
  if (auto const found = named.find(name); found != named.end()) return found->second;
  if (!name.starts_with("&#") || name.size() < 4) return std::nullopt;
  bool const hex = name[2] == 'x' || name[2] == 'X';
  auto const digits = name.substr(hex ? 3 : 2, name.size() - (hex ? 4 : 3));
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
  return static_cast<char32_t>(value);
}

// Collects the prose that md4c reports by callbacks, and its offsets in the file.
class ProseCollector {
 public:
  ProseCollector(std::string_view file, std::size_t body, MarkdownUse use)
      : file_(file), body_(body), use_(use), counter_(file) {}

  void parse() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) { return that(self).enter_block(type); };
    parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) { return that(self).leave_block(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* /*detail*/, void* self) { return that(self).span(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* self) { return that(self).span(type, -1); };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* piece, MD_SIZE size, void* self) {
      return that(self).add({piece, size}, type);
    };
    auto const body = file_.substr(body_);
    // Reserves enough: growing would hold the text twice, and memory that is reserved but unused costs nothing.
    text.reserve(body.size());
    md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this);
    close_block();
  }

  std::u32string text;
  std::vector<Block> blocks;
  std::vector<Anchor> anchors;

 private:
  static ProseCollector& that(void* self) { return *static_cast<ProseCollector*>(self); }

  int enter_block(MD_BLOCKTYPE type) {
    close_block();
    if (type == MD_BLOCK_QUOTE && quotes_++ == 0) {
      first_quoted_ = blocks.size();
      is_call_out_ = false;
    }
    is_call_out_ = is_call_out_ || (quotes_ > 0 && type == MD_BLOCK_H);
    items_ += type == MD_BLOCK_LI;
    if (type == MD_BLOCK_H) heading_ = true;
    left_out_ += type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    close_block();
    if (type == MD_BLOCK_QUOTE && --quotes_ == 0 && is_call_out_) end_call_out();
    items_ -= type == MD_BLOCK_LI;
    if (type == MD_BLOCK_H) heading_ = false;
    left_out_ -= type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    return 0;
  }

  int span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_IMG) left_out_ += step;
    if (type == MD_SPAN_DEL) strike(step > 0);
    if (type == MD_SPAN_STRONG && use_ == MarkdownUse::transcript) leading_span(step > 0);
    if (type == MD_SPAN_STRONG && quotes_ > 0) quoted_strong_span(step > 0);
    return 0;
  }

  // A line in bold at the head of a block quotation is the heading of a call-out: "> **Note**".
  void quoted_strong_span(bool opens) {
    bool const at_head = blocks.size() == first_quoted_;
    if (opens) strong_head_ = at_head && (!open_ || text.size() == *open_);
    after_strong_head_ = !opens && std::exchange(strong_head_, false);
  }

  // Of what is set like a quotation and has a heading, unless a colon leads to it or a source line ends it: then the
  // heading is quoted too.
  void end_call_out() {
    auto const before = first_quoted_ == 0 ? U' ' : text[blocks[first_quoted_ - 1].span.last - 1];
    if (before == U':' || is_signed()) {
      for (auto i = first_quoted_; i < blocks.size(); ++i) {
        if (blocks[i].kind == BlockKind::heading) blocks[i] = {blocks[i].span, BlockKind::block_quote, 1};
      }
      return;
    }
    for (auto i = first_quoted_; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::block_quote) blocks[i] = {blocks[i].span, BlockKind::paragraph};
    }
  }

  // Whether the last line of the block quotation begins with a dash: "— Ana Reed".
  bool is_signed() const {
    if (blocks.size() == first_quoted_) return false;
    auto const last = std::u32string_view(text).substr(blocks.back().span.first);
    auto const line = last.substr(last.rfind(U'\n') + 1);
    return line.starts_with(U'—') || line.starts_with(U'–') || line.starts_with(U'―') || line.starts_with(U"--");
  }

  // Leaves struck-out words out of the text, also where HTML strikes them.
  void html_tag(std::string_view tag) {
    if (tag == "<s>" || tag == "<del>" || tag == "<strike>") strike(true);
    if (tag == "</s>" || tag == "</del>" || tag == "</strike>") strike(false);
  }

  // In transcripts, a name in bold at the head of a block is a speaker label.
  void leading_span(bool opens) {
    if (opens) leading_ = !open_ || text.size() == *open_;
    after_leading_ = !opens && std::exchange(leading_, false) && open_ && text.size() - *open_ <= longest_label;
  }

  void end_label(std::string_view behind) {
    auto const first = behind.find_first_not_of(' ');
    if (first == behind.npos || !std::exchange(after_leading_, false)) return;
    constexpr std::string_view marks = ":([.,;?!";
    if (marks.find(behind[first]) == marks.npos && text::is_letter(text.back())) text.push_back(U':');
  }

  void strike(bool on) {
    if (struck_ == on) return;
    struck_ = on;
    if (use_ != MarkdownUse::transcript) return;
    open_block();
    text += on ? text::struck_opening : text::struck_closing;
  }

  int add(std::string_view piece, MD_TEXTTYPE type) {
    if (type == MD_TEXT_HTML) html_tag(piece);
    if (left_out_ > 0 || (struck_ && use_ == MarkdownUse::article) || type == MD_TEXT_HTML) return 0;
    if (type == MD_TEXT_CODE && !may_be_said(piece)) return 0;
    open_block();
    if (std::exchange(after_strong_head_, false) && (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)) is_call_out_ = true;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      after_leading_ = false;
      text.push_back(type == MD_TEXT_BR || use_ == MarkdownUse::transcript ? U'\n' : U' ');
      return 0;
    }
    end_label(piece);
    anchor(piece);
    if (auto const c = type == MD_TEXT_ENTITY ? entity(piece) : std::nullopt) {
      text.push_back(*c);
    } else {
      text += text::to_utf32(piece);
    }
    return 0;
  }

  // Code is part of a sentence like a name, unless it holds quotation marks, which would quote nobody.
  bool may_be_said(std::string_view code) const {
    constexpr std::array<std::string_view, 9> marks{"\"", "'", "“", "”", "‘", "’", "«", "»", "„"};
    return use_ == MarkdownUse::transcript ||
           std::ranges::none_of(marks, [&](std::string_view mark) { return code.find(mark) != code.npos; });
  }

  // Most pieces point into the file itself, which gives their offset; md4c's own constants do not and need none.
  void anchor(std::string_view piece) {
    std::less<> const before;
    if (before(piece.data(), file_.data()) || !before(piece.data(), file_.data() + file_.size())) return;
    Anchor const here{static_cast<std::uint32_t>(text.size()),
                      counter_.at(static_cast<std::size_t>(piece.data() - file_.data()))};
    while (!anchors.empty() && anchors.back().text >= here.text) anchors.pop_back();
    anchors.push_back(here);
  }

  void open_block() {
    if (open_) return;
    if (!text.empty()) text += U"\n\n";
    open_ = static_cast<std::uint32_t>(text.size());
  }

  void close_block() {
    leading_ = after_leading_ = false;
    if (std::exchange(after_strong_head_, false)) is_call_out_ = true;
    if (struck_ && open_) strike(false);
    struck_ = false;
    if (!open_) return;
    auto const kind = heading_      ? BlockKind::heading
                      : quotes_ > 0 ? BlockKind::block_quote
                      : items_ > 0  ? BlockKind::list_item
                                    : BlockKind::paragraph;
    while (text.size() > *open_ && (text.back() == U' ' || text.back() == U'\n')) text.pop_back();
    if (text.size() > *open_) add_block(kind);
    open_.reset();
  }

  void add_block(BlockKind kind) {
    constexpr int deepest = std::numeric_limits<std::uint8_t>::max();
    auto const level = kind == BlockKind::block_quote ? std::min(quotes_, deepest) : 0;
    blocks.push_back({{*open_, static_cast<std::uint32_t>(text.size())}, kind, static_cast<std::uint8_t>(level)});
  }

  static constexpr std::size_t longest_label = 60;  // code points

  std::string_view file_;
  std::size_t body_;
  MarkdownUse use_;
  text::CodePointCounter counter_;
  int quotes_ = 0;
  std::size_t first_quoted_ = 0;  // the block that the block quotation begins with
  bool is_call_out_ = false;
  bool strong_head_ = false;        // inside the bold words that a block quotation begins with
  bool after_strong_head_ = false;  // right after them
  int items_ = 0;
  int left_out_ = 0;
  bool heading_ = false;
  bool struck_ = false;
  bool leading_ = false;        // inside the bold words that a block begins with
  bool after_leading_ = false;  // right after them
  std::optional<std::uint32_t> open_;
};

}  // namespace

Document markdown_document(std::string id, std::string_view utf8, MarkdownUse use) {
  if (utf8.size() > 0x7FFFFFFF) throw Error(id + ": Markdown over 2 GiB; split it");
  auto const front = text::read_front_matter(utf8);
  ProseCollector prose(utf8, front.size, use);
  prose.parse();
  Document document(std::move(id), std::move(prose.text), std::move(prose.blocks), std::move(prose.anchors),
                    text::line_starts_of_utf8(utf8));
  document.title = front.title;
  document.date = front.date;
  document.language = front.language;
  document.url = front.url;
  document.author = front.author;
  document.outlet = front.outlet;
  if (document.title.empty() && !document.blocks().empty() && document.blocks().front().kind == BlockKind::heading) {
    document.title = document.utf8(document.blocks().front().span);
  }
  return document;
}

}  // namespace quoth
