// SPDX-License-Identifier: MIT
// A document or article as a person can read it in a data file, made into the files of word processors. The text is a
// little Markdown: "# " a title, "^ " the deck under it, "## " a heading, "- " a list item, "> " a block quotation by
// its style, ":> " one that is only indented, "~ " a caption, "[page 7]" where a page begins, and *italic* and **bold**
// words. Other paragraphs are separated by blank lines.
#pragma once

#include <string>
#include <vector>

namespace quoth::test {

enum class ParagraphStyle { body, title, deck, heading, list_item, block_quote, indented, caption };

struct Run {
  std::string text;  // UTF-8
  bool italic = false;
  bool bold = false;
};

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::body;
  std::vector<Run> runs;
  std::string page;  // the number of the page that begins with it, else empty
};

std::vector<Paragraph> read_manuscript(std::string const& text);

}  // namespace quoth::test
