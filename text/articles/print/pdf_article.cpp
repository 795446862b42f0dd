// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "quoth/error.hpp"
#include "text/articles/article_readers.hpp"
#include "text/articles/file_info.hpp"
#include "text/articles/print/pdf_layout.hpp"
#include "text/files/file_content.hpp"
#include "text/files/plugins/pdf_module.hpp"
#include "text/unicode/ascii.hpp"
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
  std::erase_if(rest, is_ascii_digit);
  return rest;
}

// The last number in a line; nothing for a line without one.
std::optional<std::int64_t> number_in(std::string_view line) {
  auto const last = line.find_last_of("0123456789");
  if (last == line.npos) return std::nullopt;
  auto first = last;
  while (first > 0 && line[first - 1] >= '0' && line[first - 1] <= '9') --first;
  std::int64_t number = 0;
  std::from_chars(line.data() + first, line.data() + last + 1, number);
  return number;
}

// Finds the numbers that pages have in print, from running lines that differ by them: the distance between them and the
// count of the page is the same for most.
class PageNumbers {
 public:
  void add(std::size_t page, std::string_view running) {
    if (auto const number = number_in(running)) ++votes_[*number - static_cast<std::int64_t>(page)];
  }

  // The number of each page, from 0; empty where there is none.
  std::vector<std::string> names(std::size_t pages) const {
    auto const best = std::ranges::max_element(votes_, {}, [](auto const& vote) { return vote.second; });
    std::vector<std::string> names(pages);
    if (best == votes_.end() || best->second * 2 <= pages) return names;
    for (std::size_t i = 0; i < pages; ++i) {
      auto const number = static_cast<std::int64_t>(i) + best->first;
      if (number > 0) names[i] = std::to_string(number);
    }
    return names;
  }

 private:
  std::map<std::int64_t, std::size_t> votes_;
};

// Drops headers, footers and page numbers: first and last lines that pages share but for the numbers in them.
// Returns the numbers of the pages that stood there.
PageNumbers drop_running_lines(std::vector<std::string>& pages) {
  PageNumbers numbers;
  constexpr std::size_t edge = 2;  // lines
  constexpr std::size_t fewest_pages = 3;
  if (pages.size() < fewest_pages) return numbers;
  auto const at_edge = [&](Lines const& lines, std::size_t i) { return i < edge || i + edge >= lines.size(); };
  std::map<std::string, std::size_t> count;
  for (auto const& page : pages) {
    auto const lines = lines_of(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (at_edge(lines, i) && !lines[i].empty()) ++count[without_digits(lines[i])];
    }
  }
  for (std::size_t number = 0; number < pages.size(); ++number) {
    auto& page = pages[number];
    auto const lines = lines_of(page);
    std::string kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      bool const running = at_edge(lines, i) && count[without_digits(lines[i])] * 2 > pages.size();
      if (running) {
        numbers.add(number, lines[i]);
      } else {
        kept += lines[i];
      }
      kept += '\n';
    }
    page = std::move(kept);
  }
  return numbers;
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
    on_title_page_ = starts_.size() == 1;
    for (auto const& line : lines) {
      if (line.empty()) {
        // A page's last paragraph may continue on the next page.
        end_paragraph();
      } else {
        add_line(to_utf32(line), widest);
      }
    }
  }

  // `names` has the number of each page.
  Document finish(std::string id, std::vector<std::string>&& names) {
    close();
    std::vector<PageStart> pages;
    pages.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) pages.push_back({starts_[i], std::move(names[i])});
    Document document(std::move(id), std::move(text_), std::move(blocks_), {}, std::move(starts_));
    document.unit = PositionUnit::page;
    document.pages = std::move(pages);
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
      text_ += on_title_page_ ? U'\n' : between_lines_;
      text_ += line;
    }
    on_title_page_ = on_title_page_ && line.size() * 4 < widest * 3;
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
  bool on_title_page_ = false;  // above the first long line of the first page, where each line is of its own
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

  std::string label(int page) const {
    auto utf8 = poppler_.label(*pages_, page);
    return is_harmless_utf8(utf8) ? utf8 : std::string();
  }

  PdfInfo info() const { return poppler_.info(*pages_); }

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

std::vector<std::string> pages_of(FileContent& file, std::vector<std::string>& labels) {
  Pdf const pdf(file);
  std::vector<std::string> pages;
  for (int i = 0; i < pdf.pages(); ++i) {
    file.deadline().check(file.where());
    pages.push_back(trimmed_lines_of(pdf.text(i, PdfLayout::reading)));
    labels.push_back(pdf.label(i));
  }
  return pages;
}

void read(FileContent& file, std::string const& id, TakeDocument const& take) {
  std::vector<std::string> labels;
  auto pages = pages_of(file, labels);
  auto names = drop_running_lines(pages).names(pages.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty()) names[i] = labels[i].empty() ? std::to_string(i + 1) : labels[i];
  }
  PageText text(file.is_transcript());
  std::size_t size = 0;
  // A line break of the page may become two.
  for (auto const& page : pages) size += page.size() + static_cast<std::size_t>(std::ranges::count(page, '\n')) + 2;
  text.reserve(size);
  for (auto& page : pages) text.add_page(lines_of(std::exchange(page, {})));
  auto article = text.finish(id, std::move(names));
  if (article.blocks().empty()) throw Error(file.where() + ": PDF without text; run OCR over it first");
  file.release();
  take(std::move(article));
}

}  // namespace

FileInfo pdf_info(FileContent& file) {
  auto info = Pdf(file).info();
  for (auto* field : {&info.title, &info.author}) {
    if (!is_harmless_utf8(*field)) field->clear();
  }
  return {std::move(info.title), std::move(info.author), {}, std::move(info.date)};
}

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
