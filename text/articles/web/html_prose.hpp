// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "quoth/limits.hpp"
#include "text/articles/prose_builder.hpp"
#include "text/files/file_content.hpp"
#include "text/markup/markup.hpp"

namespace quoth::text {

// How much text of a tree is in <p> elements, as that of articles is. On pages with hardly any: how much is in pieces
// as long as a sentence that are not links. In bytes.
class ParagraphText {
 public:
  ParagraphText() = default;
  explicit ParagraphText(Markup const& tree);
  std::size_t inside(MarkupNode node) const;

 private:
  static constexpr std::size_t shortest_sentence = 60;  // bytes

  void count_sentences(Markup const& tree);

  std::vector<std::uint32_t> before_;  // bytes before each node, by index
};

// How to turn HTML into prose.
struct HtmlProse {
  bool main_text_only = true;           // leave out navigation, related links and the like
  bool blank_lines_end_blocks = false;  // as WordPress stores its posts
  bool transcript = false;              // see FileContent::use_as_transcript
};

// Adds the prose below `top` to `prose`. `offsets` maps offsets of the tree to those of the file.
void add_html_prose(Markup const& tree, MarkupNode top, OffsetMap const& offsets, HtmlProse const& how,
                    ProseBuilder& prose);

// Whether an element is boilerplate and no part of an article: script, navigation, advertising, share buttons.
bool is_furniture(MarkupNode element);

// Adds HTML that is embedded in another file, such as an item of a feed.
void add_html_fragment(std::string const& html, OffsetMap const& offsets, HtmlProse const& how, Limits const& limits,
                       std::string_view where, ProseBuilder& prose);

}  // namespace quoth::text
