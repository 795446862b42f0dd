// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct Quotation;

/// A half-open stretch [first, last) of a document's text, in code points.
struct Span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  /// The number of code points.
  std::uint32_t size() const { return last - first; }
  /// Whether it holds no code point.
  bool empty() const { return first == last; }
  /// Whether all of the other lies in this one.
  bool contains(Span other) const { return first <= other.first && other.last <= last; }
  /// Whether both are the same stretch.
  friend bool operator==(Span, Span) = default;
};

/// What a Position counts: lines of a text file; in files without lines the paragraphs that are not empty, or pages.
enum class PositionUnit { line, paragraph, page };

/// "line", "paragraph", "page".
std::string_view to_string(PositionUnit unit);

/// A place in the file as it is on disk.
struct Position {
  std::uint32_t line = 1;    ///< 1-based; a line, paragraph or page as the document's unit says
  std::uint32_t column = 1;  ///< 1-based, in code points of the line
};

/// What a block of prose is to its article. A deck is the line below the headline; a pull quote repeats words of the
/// article in large type beside it.
enum class BlockKind { paragraph, heading, list_item, block_quote, caption, deck, pull_quote };

/// One block of prose; blocks are in order and never overlap. Text between two blocks is white space.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a block quotation: how many it is nested in, as in mail that answers mail
};

/// From this offset of the text on, text and file run in parallel. Both count code points.
struct Anchor {
  std::uint32_t text = 0;
  std::uint32_t file = 0;
};

/// Where a page begins, and its number as printed ("12", "iv"), as the file says, or as it counts.
struct PageStart {
  std::uint32_t text = 0;  ///< offset, in code points
  std::string name;
};

/// Where the lines (paragraphs, pages) of a file start, in code points; the first is 0.
std::vector<std::uint32_t> line_starts(std::u32string_view file);

/// The prose of one article: valid Unicode without markup, cut into blocks, with the way back to the file it came from.
/// Views that a Document gives hold as long as it lives and is not assigned to; it may be read by several threads.
class Document {
 public:
  /// An empty one.
  Document() = default;
  /// `blocks` are in order and apart. `anchors` rise strictly in `text`; none means that text and file are the same.
  /// `line_starts` are the file's, in code points, the first 0; none means they are those of `text`.
  Document(std::string id, std::u32string text, std::vector<Block> blocks, std::vector<Anchor> anchors = {},
           std::vector<std::uint32_t> line_starts = {});

  /// What names the article in reports: the path of its file, or what its feed or archive calls it.
  std::string const& id() const { return id_; }
  /// The text that every Span of this document counts in.
  std::u32string_view text() const { return text_; }
  /// The blocks, in the order of the text.
  std::vector<Block> const& blocks() const { return blocks_; }

  /// The stretch as UTF-8; `span` must lie inside the text.
  std::string utf8(Span span) const;
  /// Where in the file the code point at `offset` stands; `offset` may be the end of the text.
  Position locate(std::uint32_t offset) const;
  /// Where a quotation of this document begins.
  Position locate(Quotation const& quotation) const;
  /// 64 hexadecimal digits; the same for documents with the same text, blocks, places in the file, id and facts.
  std::string digest() const;

  /// What the file says of itself (front matter, a heading), as far as `outlet`; empty where it says nothing.
  std::string title;
  std::string date;  ///< YYYY-MM-DD
  std::string url;
  std::string author;
  std::string outlet;                      ///< who published it
  std::string language;                    ///< BCP 47: "en", "de-AT"; empty where it is not known
  PositionUnit unit = PositionUnit::line;  ///< what its Positions count
  std::vector<PageStart> pages;            ///< in order; empty where the file tells no pages
  /// The number of the first of the lines: an item of a feed starts far down its file.
  std::uint32_t first_line = 1;

 private:
  std::string id_;
  std::u32string text_;
  std::vector<Block> blocks_;
  std::vector<Anchor> anchors_;
  std::vector<std::uint32_t> line_starts_;
};

/// Plain text, all of it valid Unicode, as a document: a paragraph ends at a blank line, and at every line break where
/// lines are not wrapped. Lines with "> " before them, as in mail, are block quotations, without these signs; so are
/// indented paragraphs of running text below one that ends in a colon.
Document plain_document(std::string id, std::u32string text);

/// What a Markdown text is read as. In articles line breaks inside a paragraph are spaces, struck-out words and `code`
/// with quotation marks are left out; in transcripts lines matter, all `code` is speech, and struck-out words stay as a
/// remark.
enum class MarkdownUse { article, transcript };

/// Markdown (CommonMark and tables) as a document of its prose: front matter, link targets, images, blocks of code and
/// HTML are left out, quotation marks and words inside emphasis and link texts stay. Title and date come from the front
/// matter, as far as it can be read. `utf8` must be valid UTF-8.
Document markdown_document(std::string id, std::string_view utf8, MarkdownUse use = MarkdownUse::article);

}  // namespace quoth
