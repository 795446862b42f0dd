// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct Quotation;

// A half-open stretch [first, last) of a document's text, in code points.
struct Span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  std::uint32_t size() const { return last - first; }
  bool empty() const { return first == last; }
  bool contains(Span other) const { return first <= other.first && other.last <= last; }
  friend bool operator==(Span, Span) = default;
};

// What a Position counts: lines of a text file; in files without lines the paragraphs that are not empty, or pages.
enum class PositionUnit { line, paragraph, page };

// "line", "paragraph", "page".
std::string_view to_string(PositionUnit unit);

// A place in the file as it is on disk, 1-based. `line` is a line, paragraph or page as the document's unit says; the
// column counts code points in it.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

enum class BlockKind { paragraph, heading, list_item, block_quote, caption };

// One block of prose; blocks are in order and never overlap. Text between two blocks is white space.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

// From this offset of the text on, text and file run in parallel. Both count code points.
struct Anchor {
  std::uint32_t text = 0;
  std::uint32_t file = 0;
};

// Where the lines (paragraphs, pages) of a file start, in code points; the first is 0.
std::vector<std::uint32_t> line_starts(std::u32string_view file);

// The prose of one article: valid Unicode without markup, cut into blocks, with the way back to the file it came from.
class Document {
 public:
  Document() = default;
  // `anchors` rise strictly in `text`; none means that text and file are the same. `line_starts` are the file's, in
  // code points, the first 0; none means they are those of `text`.
  Document(std::string id, std::u32string text, std::vector<Block> blocks, std::vector<Anchor> anchors = {},
           std::vector<std::uint32_t> line_starts = {});

  std::string const& id() const { return id_; }
  std::u32string_view text() const { return text_; }
  std::vector<Block> const& blocks() const { return blocks_; }

  // The stretch as UTF-8; `span` must lie inside the text.
  std::string utf8(Span span) const;
  // Where in the file the code point at `offset` stands; `offset` may be the end of the text.
  Position locate(std::uint32_t offset) const;
  // Where a quotation of this document begins.
  Position locate(Quotation const& quotation) const;
  // 64 hexadecimal digits; the same for documents with the same text, blocks, places in the file, id and facts.
  std::string digest() const;

  // What the file says of itself (front matter, a heading); empty where it says nothing. The date is YYYY-MM-DD.
  std::string title;
  std::string date;
  std::string url;
  std::string author;
  std::string outlet;  // who published it
  PositionUnit unit = PositionUnit::line;
  // The number of the first of the lines: an item of a feed starts far down its file.
  std::uint32_t first_line = 1;

 private:
  std::string id_;
  std::u32string text_;
  std::vector<Block> blocks_;
  std::vector<Anchor> anchors_;
  std::vector<std::uint32_t> line_starts_;
};

// Plain text as a document: a paragraph ends at a blank line, and at every line break where lines are not wrapped.
Document plain_document(std::string id, std::u32string text);

// Markdown (CommonMark and tables) as a document of its prose: front matter, link targets, images, blocks of code and
// HTML are left out, quotation marks and words inside emphasis and link texts stay. In articles line breaks inside a
// paragraph are spaces, struck-out words and `code` with quotation marks are left out; in transcripts lines matter, all
// `code` is speech, and struck-out words stay as a remark.
// Title and date come from the front matter, as far as it can be read.
enum class MarkdownUse { article, transcript };
// `utf8` must be valid.
Document markdown_document(std::string id, std::string_view utf8, MarkdownUse use = MarkdownUse::article);

}  // namespace quoth
