// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "text/unicode/code_points.hpp"

namespace quoth::text {

// Maps byte offsets of a text that was extracted from a file to offsets in the file.
class OffsetMap {
 public:
  // From `inner` on, both offsets rise in step. Call with rising `inner`.
  void add(std::size_t inner, std::size_t file) { steps_.push_back({inner, file}); }
  // Accounts for `size` bytes put before the extracted text that the file does not have.
  void shift(std::size_t size);
  // Without steps both are the same.
  std::size_t at(std::size_t inner) const;
  // Where the next step begins; the largest number behind the last.
  std::size_t end_of_step(std::size_t inner) const;

 private:
  struct Step {
    std::size_t inner = 0;
    std::size_t file = 0;
  };
  std::vector<Step> steps_;
};

// Builds the document of one article block by block, with the offsets of its text in the file. White space is collapsed
// to one blank.
class ProseBuilder {
 public:
  // `file` is the file in UTF-8, to which offsets refer; empty if there are no offsets.
  explicit ProseBuilder(std::string_view file) : file_(file), counter_(file) {}
  // Where a part of a larger file starts.
  struct Start {
    std::size_t byte = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 0;  // code points before it in its line
  };
  // Offsets are those of the larger file.
  ProseBuilder(std::string_view part, Start start) : file_(part), start_(start), counter_(part) {}

  // Reserve enough: growing would hold the text twice, and memory that is reserved but unused costs nothing.
  void reserve(std::size_t code_points) { text_.reserve(code_points); }

  // Closes the block before and opens one. Blocks without text are dropped. `level`: see Block.
  void open(BlockKind kind, std::uint8_t level = 0);
  void close();
  BlockKind kind() const { return kind_; }

  // Adds text, which is in the file at `offset`, in bytes.
  void add(std::string_view utf8, std::optional<std::size_t> offset = std::nullopt);
  void add_line_break();

  // The text that follows stands on another page. Documents that never turn one have no pages.
  void turn_page() { page_due_ = true; }

  // Code points of the current block so far, and a way to take that block back.
  std::size_t block_size() const { return block_ ? text_.size() - *block_ : 0; }
  bool ends_in_letter() const;
  bool ends_in_closing_mark() const;  // of a quotation, before a full stop at most
  void drop_block();
  // Whether the text so far ends so, whatever block it is in.
  bool ends_in_colon() const;

  bool empty() const { return blocks_.empty(); }

  // A document whose positions are lines of the file.
  Document finish(std::string id);
  // A document whose positions are blocks, counted as paragraphs.
  Document finish_by_paragraph(std::string id);

 private:
  void anchor(std::size_t offset);
  void add_character(char32_t c, std::optional<std::size_t> offset, bool& anchored);
  void start_page();

  std::string_view file_;
  Start start_;
  CodePointCounter counter_;
  std::u32string text_;
  std::vector<Block> blocks_;
  std::vector<Anchor> anchors_;
  std::optional<std::size_t> block_;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;
  bool blank_due_ = false;
  bool page_due_ = false;
  std::vector<PageStart> pages_;
};

}  // namespace quoth::text
