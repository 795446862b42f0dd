// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/limits.hpp"
#include "text/articles/prose_builder.hpp"
#include "text/files/file_content.hpp"
#include "text/markup/markup.hpp"

namespace quoth {

// How much text of a tree stands in <p> elements, which is where articles have theirs; in pages with hardly any, how
// much stands in pieces as long as a sentence that are no links. Bytes.
class ParagraphText {
 public:
  ParagraphText() = default;
  explicit ParagraphText(Markup const& tree);
  std::size_t inside(MarkupNode node) const;

 private:
  static constexpr std::size_t shortest_sentence = 60;

  void count_sentences(Markup const& tree);

  std::vector<std::uint32_t> before_;  // by index
};

// How HTML becomes prose.
struct HtmlProse {
  bool main_text_only = true;           // leave out navigation, related links and what else is no part of the article
  bool blank_lines_end_blocks = false;  // as in the database of WordPress
  bool transcript = false;              // see FileContent::use_as_transcript
};

// Adds the prose below `top` to `prose`. Offsets of the tree go through `offsets`.
void add_html_prose(Markup const& tree, MarkupNode top, OffsetMap const& offsets, HtmlProse const& how,
                    ProseBuilder& prose);

// Whether an element holds no part of an article: scripts, navigation, advertising, share buttons.
bool is_furniture(MarkupNode element);

// HTML that stands inside another file, such as an item of a feed.
void add_html_fragment(std::string const& html, OffsetMap const& offsets, HtmlProse const& how, Limits const& limits,
                       std::string_view where, ProseBuilder& prose);

}  // namespace quoth
