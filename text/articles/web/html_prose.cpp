// SPDX-License-Identifier: MIT
#include "text/articles/web/html_prose.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "quoth/limits.hpp"
#include "text/articles/web/element_role.hpp"
#include "text/unicode/code_points.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "text/words/struck_text.hpp"

namespace quoth::text {

namespace {

using Names = std::unordered_set<std::string_view>;

bool is_block(std::string_view name) {
  static Names const blocks{"p",          "div",    "section",    "article", "main",    "header",  "footer",
                            "aside",      "ul",     "ol",         "li",      "dl",      "dt",      "dd",
                            "table",      "tr",     "td",         "th",      "figure",  "pre",     "form",
                            "blockquote", "center", "address",    "hr",      "details", "summary", "nav",
                            "tbody",      "thead",  "figcaption", "body",    "html",    "caption"};
  return blocks.contains(name) || is_heading(name);
}

bool is_never_text(std::string_view name) {
  static Names const names{"script", "style",  "noscript", "template", "svg",      "math",     "iframe", "object",
                           "embed",  "canvas", "select",   "button",   "textarea", "head",     "audio",  "video",
                           "nav",    "form",   "datalist", "dialog",   "option",   "noframes", "map"};
  return names.contains(name);
}

bool is_struck(std::string_view name) { return name == "s" || name == "del" || name == "strike"; }

// Words that boilerplate has in its class or identifier.
bool names_furniture(std::string_view names) {
  static Names const words{
      "nav",     "navigation", "navbar",      "menu",    "sidebar",    "related",  "recommended",
      "recirc",  "promo",      "newsletter",  "share",   "sharing",    "social",   "comments",
      "comment", "breadcrumb", "breadcrumbs", "advert",  "ad",         "ads",      "advertisement",
      "cookie",  "consent",    "subscribe",   "signup",  "footer",     "masthead", "tags",
      "taglist", "trending",   "popular",     "paywall", "pagination", "outbrain", "taboola",
      "disqus",  "toolbar",    "skip",        "byline",  "readmore",   "banner",   "recommendations"};
  return has_any_word(names, words);
}

BlockKind kind_of(std::string_view name, BlockKind around) {
  if (is_heading(name)) return BlockKind::heading;
  if (name == "li" || name == "dd") return BlockKind::list_item;
  if (name == "figcaption" || name == "caption") return BlockKind::caption;
  return around;
}

// Walks the tree without recursion: `open_` keeps what to restore at the end of an element.
class Walk {
 public:
  Walk(Markup const& tree, OffsetMap const& offsets, HtmlProse const& how, ProseBuilder& prose)
      : tree_(tree), offsets_(offsets), how_(how), prose_(prose) {}

  void add(MarkupNode top) {
    if (how_.main_text_only) paragraphs_ = ParagraphText(tree_);
    whole_ = paragraphs_.inside(top);
    prose_.open(BlockKind::paragraph);
    for (auto i = top.index(); i < top.end();) {
      leave_until(i);
      auto const node = tree_.node(i);
      if (node.is_text()) {
        add_text(node);
      } else if (is_left_out(node, i == top.index())) {
        if (is_note_number(node)) add_note_number(node);
        i = node.end();
        continue;
      } else {
        enter(node);
      }
      ++i;
    }
    leave_until(top.end());
    end_block();
  }

 private:
  struct Open {
    std::uint32_t end = 0;
    BlockKind before = BlockKind::paragraph;
    std::uint8_t level = 0;
    bool block = false;
    bool link = false;
    bool quote = false;
    bool struck = false;
    bool leading = false;  // bold words that a block begins with
    bool preformatted = false;
  };

  bool is_left_out(MarkupNode node, bool top) const {
    if (is_struck(node.name())) return !how_.transcript;
    if (!how_.transcript && (names_source(node) || is_shown_again(node))) return false;
    if (is_never_text(node.name())) return !(top || (node.is("form") && !how_.main_text_only));
    if (is_note_number(node)) return true;
    // Unless it holds over two fifths of the text: themes give the page itself names such as "has-sidebar".
    return how_.main_text_only && !top && is_furniture(node) && paragraphs_.inside(node) * 5 <= whole_ * 2;
  }

  // A pull quote is none of the asides that belong to other stories. A caption may be hidden from screen readers, which
  // read the words below the picture anyway.
  static bool is_shown_again(MarkupNode node) {
    if (!node.attribute("hidden").empty()) return false;
    return is_pull_quote(node) || node.is("figcaption");
  }

  static bool is_note_number(MarkupNode node) { return node.is("sup") && node.find("a"); }

  // Behind a quotation the number of a note says where it is from. Elsewhere it is left out.
  void add_note_number(MarkupNode node) {
    static constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    constexpr std::size_t most_digits = 3;
    auto const inner = node.inner_text();
    auto number = trimmed(inner);
    if (how_.transcript || number.empty() || number.size() > most_digits || !prose_.ends_in_closing_mark()) return;
    if (number.find_first_not_of("0123456789") != number.npos) return;
    for (auto const digit : number) prose_.add(raised.at(static_cast<std::size_t>(digit - '0')));
  }

  // Themes put "caption" into the class of the text below a picture, but also of what holds the article.
  bool is_caption(MarkupNode node) const {
    return has_any_word(node.attribute("class"), {"caption"}) && paragraphs_.inside(node) * 5 <= whole_ * 2;
  }

  void enter(MarkupNode node) {
    auto const name = node.name();
    if (name == "br") {
      if (after_break_) {
        prose_.open(prose_.kind(), level_);
      } else {
        prose_.add_line_break();
      }
      after_break_ = !after_break_;
      return;
    }
    bool const source = !how_.transcript && names_source(node);
    bool const block = is_block(name) || source;
    bool const link = name == "a";
    bool const quote = name == "q";
    bool const struck = is_struck(name);
    bool const leading = how_.transcript && (name == "b" || name == "strong") && prose_.block_size() == 0;
    if (!block && !link && !quote && !struck && !leading) return;
    open_.push_back({node.end(), kind_, level_, block, link, quote, struck, leading, preformatted_});
    if (block) {
      end_block();
      if (how_.transcript && name == "blockquote") {
        kind_ = BlockKind::block_quote;
      } else if (!how_.transcript && is_pull_quote(node)) {
        kind_ = BlockKind::pull_quote;
      } else if (!how_.transcript && is_deck(node)) {
        kind_ = BlockKind::deck;
      } else if (name == "blockquote") {
        enter_quotation(node);
      } else {
        kind_ = source ? BlockKind::paragraph : is_caption(node) ? BlockKind::caption : kind_in(name);
      }
      preformatted_ = preformatted_ || name == "pre";
      prose_.open(kind_, level_);
      if (source && !begins_with_dash(node)) prose_.add("— ");
    }
    links_ += link;
    if (quote) prose_.add("“");
    if (struck) prose_.add(to_utf8(struck_opening));
  }

  // The heading of a quotation is quoted too.
  BlockKind kind_in(std::string_view name) const {
    auto const kind = kind_of(name, kind_);
    return kind == BlockKind::heading && kind_ == BlockKind::block_quote ? kind_ : kind;
  }

  void enter_quotation(MarkupNode node) {
    if (kind_ == BlockKind::pull_quote) return;
    if (is_call_out(node, prose_.ends_in_colon())) {
      kind_ = BlockKind::paragraph;
    } else {
      kind_ = BlockKind::block_quote;
      level_ = static_cast<std::uint8_t>(std::min(level_ + 1, 255));
    }
  }

  static bool begins_with_dash(MarkupNode node) {
    auto const words = to_utf32(trimmed(node.inner_text()));
    return !words.empty() && (words.front() == U'-' || (words.front() >= U'\u2010' && words.front() <= U'\u2015'));
  }

  void leave_until(std::uint32_t index) {
    while (!open_.empty() && open_.back().end <= index) {
      auto const open = open_.back();
      open_.pop_back();
      if (open.block) {
        end_block();
        kind_ = open.before;
        level_ = open.level;
        preformatted_ = open.preformatted;
        prose_.open(kind_, level_);
      }
      links_ -= open.link;
      if (open.leading) after_leading_ = prose_.block_size() > 0 && prose_.block_size() <= longest_label;
      if (open.quote) prose_.add("”");
      if (open.struck) prose_.add(to_utf8(struck_closing));
    }
  }

  // Drops a block that is nothing but links: it leads elsewhere.
  void end_block() {
    constexpr std::size_t shortest_sentence = 200;  // code points
    bool const only_links = linked_ > 0 && linked_ * 10 >= prose_.block_size() * 9;
    if (how_.main_text_only && only_links && kind_ != BlockKind::heading && prose_.block_size() < shortest_sentence) {
      prose_.drop_block();
    }
    prose_.close();
    after_leading_ = false;
    linked_ = 0;
    after_break_ = false;
  }

  void add_text(MarkupNode node) {
    auto text = node.text();
    auto offset = static_cast<std::size_t>(node.offset());
    bool const lines = preformatted_ || how_.blank_lines_end_blocks;
    for (std::size_t at = 0; at <= text.size();) {
      auto const end = lines ? std::min(text.find('\n', at), text.size()) : text.size();
      auto const line = text.substr(at, end - at);
      bool const blank = line.find_first_not_of(" \t\r\n") == line.npos;
      if (lines && blank && at > 0 && end < text.size()) {
        end_block();
        prose_.open(kind_, level_);
      } else if (!blank || !lines) {
        auto const before = prose_.block_size();
        if (!blank) end_label(line);
        add_placed(line, offset + at);
        if (links_ > 0) linked_ += prose_.block_size() - before;
        if (!blank) after_break_ = false;
      }
      if (lines && end < text.size()) prose_.add_line_break();
      at = end + 1;
    }
  }

  // A text of HTML may come from several pieces of the file around it.
  void add_placed(std::string_view text, std::size_t inner) {
    for (std::size_t begin = 0; begin < text.size();) {
      auto end = std::min(offsets_.end_of_step(inner + begin) - inner, text.size());
      while (end < text.size() && continues_code_point(text[end])) ++end;
      prose_.add(text.substr(begin, end - begin), offsets_.at(inner + begin));
      begin = end;
    }
  }

  // Adds a colon where a name in bold is a speaker label; before a bracket or other punctuation there needs none.
  void end_label(std::string_view behind) {
    if (!std::exchange(after_leading_, false)) return;
    auto const first = behind.find_first_not_of(" \t\r\n");
    constexpr std::string_view marks = ":([.,;?!";
    if (marks.find(behind[first]) == marks.npos && prose_.ends_in_letter()) prose_.add(":");
  }

  static constexpr std::size_t longest_label = 60;  // code points

  Markup const& tree_;
  OffsetMap const& offsets_;
  HtmlProse const& how_;
  ProseBuilder& prose_;
  ParagraphText paragraphs_;
  std::size_t whole_ = 0;
  std::vector<Open> open_;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;  // of block quotations around
  int links_ = 0;
  std::size_t linked_ = 0;  // code points of the block that are inside links
  bool preformatted_ = false;
  bool after_break_ = false;
  bool after_leading_ = false;
};

}  // namespace

ParagraphText::ParagraphText(Markup const& tree) {
  auto const all = tree.node(0);
  before_.assign(all.end() + 1, 0);
  std::uint32_t paragraph_end = 0;
  std::uint32_t linked_end = 0;
  std::size_t sentences = 0;
  for (std::uint32_t i = 0; i < all.end(); ++i) {
    auto const node = tree.node(i);
    if (node.is("p")) paragraph_end = std::max(paragraph_end, node.end());
    if (node.is("a") || is_never_text(node.name())) linked_end = std::max(linked_end, node.end());
    auto const size = static_cast<std::uint32_t>(node.text().size());
    before_[i + 1] = before_[i] + (i < paragraph_end ? size : 0);
    if (i >= linked_end && size >= shortest_sentence) sentences += size;
  }
  // Pages without <p> elements: long text that is not a link counts instead.
  if (before_.back() < sentences / 3) count_sentences(tree);
}

void ParagraphText::count_sentences(Markup const& tree) {
  std::uint32_t linked_end = 0;
  for (std::uint32_t i = 0; i < tree.node(0).end(); ++i) {
    auto const node = tree.node(i);
    if (node.is("a") || is_never_text(node.name())) linked_end = std::max(linked_end, node.end());
    auto const size = static_cast<std::uint32_t>(node.text().size());
    before_[i + 1] = before_[i] + (i >= linked_end && size >= shortest_sentence ? size : 0);
  }
}

std::size_t ParagraphText::inside(MarkupNode node) const {
  return before_.empty() || !node ? 0 : before_[node.end()] - before_[node.index()];
}

bool is_furniture(MarkupNode element) {
  auto const name = element.name();
  if (name == "aside" || name == "footer" || is_never_text(name)) return true;
  if (!element.attribute("hidden").empty() || element.attribute("aria-hidden") == "true") return true;
  auto const role = element.attribute("role");
  if (role == "navigation" || role == "banner" || role == "complementary" || role == "contentinfo") return true;
  auto const style = element.attribute("style");
  if (style.find("display:none") != style.npos || style.find("display: none") != style.npos) return true;
  // The class of the whole page or article may contain the name of one of its parts.
  if (name == "body" || name == "html" || name == "article" || name == "main" || is_heading(name)) return false;
  return names_furniture(element.attribute("class")) || names_furniture(element.attribute("id"));
}

void add_html_prose(Markup const& tree, MarkupNode top, OffsetMap const& offsets, HtmlProse const& how,
                    ProseBuilder& prose) {
  if (top) Walk(tree, offsets, how, prose).add(top);
}

void add_html_fragment(std::string const& html, OffsetMap const& offsets, HtmlProse const& how, Limits const& limits,
                       std::string_view where, ProseBuilder& prose) {
  // The parser needs one element around everything.
  constexpr std::string_view opening = "<div>";
  OffsetMap shifted = offsets;
  auto const tree = Markup::html(std::string(opening) + html + "</div>", limits, where);
  shifted.shift(opening.size());
  if (prose.empty()) prose.reserve(html.size());
  add_html_prose(tree, tree.node(0), shifted, how, prose);
}

}  // namespace quoth::text
