// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/print/pdf_layout.hpp"
#include "text/files/file_content.hpp"
#include "text/files/plugins/pdf_module.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"

// PDF by poppler, in reading order: columns follow each other, words hyphenated at the end of a line are joined.
namespace quoth::text {

namespace {

bool recognises(FileContent& file) { return file.bytes().substr(0, 1024).find("%PDF-") != std::string::npos; }

// The lines of a page, as views into one string: a book has so many that a string for each would cost time.
using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view page) {
  Lines lines;
  while (!page.empty()) lines.push_back(take_line(page));
  return lines;
}

std::string_view without_blanks(std::string_view line) {
  constexpr std::string_view no_break = "\xC2\xA0";
  for (;;) {
    auto const before = line.size();
    line = trimmed(line, " \t\r\f");
    if (line.starts_with(no_break)) line.remove_prefix(no_break.size());
    if (line.ends_with(no_break)) line.remove_suffix(no_break.size());
    if (line.size() == before) return line;
  }
}

std::string trimmed_lines_of(std::string_view page) {
  std::string lines;
  for (auto const line : lines_of(page)) {
    lines += without_blanks(line);
    lines += '\n';
  }
  lines.shrink_to_fit();
  return lines;
}

std::string without_digits(std::string_view line) {
  std::string rest(line);
  std::erase_if(rest, [](char c) { return c >= '0' && c <= '9'; });
  return rest;
}

// Drops headers, footers and page numbers: first and last lines that pages share but for the numbers in them.
void drop_running_lines(std::vector<std::string>& pages) {
  constexpr std::size_t edge = 2;  // lines
  constexpr std::size_t fewest_pages = 3;
  if (pages.size() < fewest_pages) return;
  auto const at_edge = [&](Lines const& lines, std::size_t i) { return i < edge || i + edge >= lines.size(); };
  std::map<std::string, std::size_t> count;
  for (auto const& page : pages) {
    auto const lines = lines_of(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (at_edge(lines, i) && !lines[i].empty()) ++count[without_digits(lines[i])];
    }
  }
  for (auto& page : pages) {
    auto const lines = lines_of(page);
    std::string kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      bool const running = at_edge(lines, i) && count[without_digits(lines[i])] * 2 > pages.size();
      if (!running) kept += lines[i];
      kept += '\n';
    }
    page = std::move(kept);
  }
}

// Joins the lines of all pages into paragraphs.
class PageText {
 public:
  // In a transcript, lines are not joined, since each may begin with a label.
  explicit PageText(bool transcript) : between_lines_(transcript ? U'\n' : U' ') {}

  // Reserve enough: growing would hold the text twice, and memory that is reserved but unused costs nothing.
  void reserve(std::size_t code_points) { text_.reserve(code_points); }

  void add_page(Lines const& lines) {
    starts_.push_back(starts_.empty() ? 0 : static_cast<std::uint32_t>(text_.size()));
    std::size_t widest = 0;
    for (auto const& line : lines) widest = std::max(widest, line.size());
    for (auto const& line : lines) {
      if (line.empty()) {
        // A page's last paragraph may continue on the next page.
        end_paragraph();
      } else {
        add_line(to_utf32(line), widest);
      }
    }
  }

  Document finish(std::string id) {
    close();
    Document document(std::move(id), std::move(text_), std::move(blocks_), {}, std::move(starts_));
    document.unit = PositionUnit::page;
    return document;
  }

 private:
  static bool ends_sentence(char32_t c) {
    return c == U'.' || c == U'?' || c == U'!' || c == U'”' || c == U'"' || c == U':';
  }

  void end_paragraph() {
    if (!block_ || text_.empty()) return;
    ended_ = true;
  }

  void add_line(std::u32string const& line, std::size_t widest) {
    // A short line that ends a sentence ends its paragraph; a line that starts in lower case continues one.
    bool const new_paragraph =
        block_ && (short_end_ || ended_) && !(is_lower(line.front()) && !ends_sentence(text_.back()));
    if (new_paragraph) close();
    if (!block_) {
      if (!text_.empty()) text_ += U"\n\n";
      block_ = text_.size();
      text_ += line;
    } else if (is_cut_word(line)) {
      text_.pop_back();
      text_ += line;
    } else {
      text_ += between_lines_;
      text_ += line;
    }
    short_end_ = line.size() * 4 < widest * 3 && ends_sentence(line.back());
    ended_ = false;
  }

  bool is_cut_word(std::u32string const& line) const {
    if (text_.size() < 2 || !is_lower(line.front())) return false;
    return (text_.back() == U'-' || text_.back() == U'\u00AD' || text_.back() == U'‐') &&
           is_letter(text_[text_.size() - 2]);
  }

  void close() {
    if (block_ && text_.size() > *block_) {
      blocks_.push_back(
          {{static_cast<std::uint32_t>(*block_), static_cast<std::uint32_t>(text_.size())}, BlockKind::paragraph});
    }
    block_.reset();
    short_end_ = ended_ = false;
  }

  char32_t between_lines_;
  std::u32string text_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> starts_;
  std::optional<std::size_t> block_;
  bool short_end_ = false;
  bool ended_ = false;
};

// An open PDF.
class Pdf {
 public:
  explicit Pdf(FileContent& file)
      : poppler_(loaded<PdfModule>(file.where())), pages_(open(file, poppler_), poppler_.close) {
    if (!pages_) throw Error(file.where() + ": broken PDF; save it again");
    if (poppler_.is_locked(*pages_)) throw Error(file.where() + ": PDF is locked with a password; save it without");
  }

  int pages() const { return poppler_.count(*pages_); }

  std::string text(int page, PdfLayout layout) const {
    auto utf8 = poppler_.text(*pages_, page, layout);
    return valid_utf8(utf8) ? utf8 : std::string();
  }

 private:
  static PdfPages* open(FileContent& file, PdfModule const& poppler) {
    auto const& bytes = file.bytes();
    if (bytes.size() > 0x7FFFFFFF) throw Error(file.where() + ": PDF over 2 GiB; split it");
    return poppler.open(bytes);
  }

  PdfModule const& poppler_;
  std::unique_ptr<PdfPages, decltype(PdfModule::close)> pages_;
};

std::vector<std::string> pages_of(FileContent& file) {
  Pdf const pdf(file);
  std::vector<std::string> pages;
  for (int i = 0; i < pdf.pages(); ++i) {
    file.deadline().check(file.where());
    pages.push_back(trimmed_lines_of(pdf.text(i, PdfLayout::reading)));
  }
  return pages;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  auto pages = pages_of(file);
  drop_running_lines(pages);
  PageText text(file.is_transcript());
  std::size_t size = 0;
  // A line break of the page may become two.
  for (auto const& page : pages) size += page.size() + static_cast<std::size_t>(std::ranges::count(page, '\n')) + 2;
  text.reserve(size);
  for (auto& page : pages) text.add_page(lines_of(std::exchange(page, {})));
  auto article = text.finish(id);
  if (article.blocks().empty()) throw Error(file.where() + ": PDF without text; run OCR over it first");
  file.release();
  take(std::move(article));
}

}  // namespace

std::u32string pdf_layout(FileContent& file, int most_pages) {
  Pdf const pdf(file);
  std::u32string text;
  for (int i = 0; i < std::min(pdf.pages(), most_pages); ++i) {
    file.deadline().check(file.where());
    if (i > 0) text += U'\f';
    text += to_utf32(pdf.text(i, PdfLayout::printed));
    if (!text.empty() && text.back() != U'\n') text += U'\n';
  }
  return text;
}

ArticleFormat const pdf_article{"pdf", "PDF", ".pdf", recognises, read};

}  // namespace quoth::text
