// SPDX-License-Identifier: MIT
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/tools/written/manuscript.hpp"
#include "tests/tools/written/office_files.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::test {

namespace {

// In points: an A4 page with a column of 460, whose lines of 11 points hold some 80 letters of Helvetica.
constexpr int page_height = 842;
constexpr int left = 68;
constexpr int top = 770;
constexpr int foot = 40;
constexpr int line_height = 14;
constexpr int paragraph_gap = 10;
constexpr std::size_t letters_a_line = 80;

// A string of PDF in Windows' Latin letters, the standard encoding of its fonts that has typographic marks.
std::string literal(std::u32string_view text) {
  static std::map<char32_t, int> const marks{{U'“', 0x93}, {U'”', 0x94}, {U'‘', 0x91}, {U'’', 0x92},
                                             {U'–', 0x96}, {U'—', 0x97}, {U'…', 0x85}};
  std::string out = "(";
  for (auto const letter : text) {
    auto const mark = marks.find(letter);
    if (mark == marks.end() && letter > 0xFF) throw std::runtime_error("no letter of a PDF's plain fonts");
    auto const code = mark == marks.end() ? static_cast<int>(letter) : mark->second;
    if (code < 0x80 && code != '(' && code != ')' && code != '\\') {
      out += static_cast<char>(code);
    } else {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\%03o", code);
      out += escape;
    }
  }
  return out + ")";
}

std::vector<std::u32string> wrapped(std::u32string const& text, std::size_t width) {
  std::vector<std::u32string> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    auto const space = text.find(U' ', at);
    auto const word = text.substr(at, space == text.npos ? space : space - at);
    if (!lines.back().empty() && lines.back().size() + 1 + word.size() > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? U"" : U" ") + word;
    at = space == text.npos ? text.size() : space + 1;
  }
  return lines;
}

class Page {
 public:
  void add(Paragraph const& paragraph) {
    std::string words;
    for (auto const& run : paragraph.runs) words += run.text;
    auto const size = paragraph.style == ParagraphStyle::title     ? 18
                      : paragraph.style == ParagraphStyle::heading ? 14
                                                                   : 11;
    auto const is_indented =
        paragraph.style == ParagraphStyle::block_quote || paragraph.style == ParagraphStyle::indented;
    auto const width = letters_a_line * 11 / static_cast<std::size_t>(size) - (is_indented ? 14 : 0);
    for (auto const& line : wrapped(text::to_utf32(words), width)) {
      show(line, size, left + (is_indented ? 36 : 0), height_);
      height_ -= line_height + (size - 11);
    }
    height_ -= paragraph_gap;
  }
  void number(std::string const& page) { show(text::to_utf32(page), 10, 290, foot); }
  std::string content() const { return content_; }

 private:
  void show(std::u32string const& line, int size, int x, int y) {
    std::ostringstream out;
    out << "BT /F" << (size > 11 ? 2 : 1) << ' ' << size << " Tf " << x << ' ' << y << " Td " << literal(line)
        << " Tj ET\n";
    content_ += out.str();
  }

  std::string content_;
  int height_ = top;
};

std::vector<Page> pages_of(std::string const& manuscript) {
  std::vector<Page> pages;
  for (auto const& paragraph : read_manuscript(manuscript)) {
    if (pages.empty() || !paragraph.page.empty()) {
      pages.emplace_back();
      pages.back().number(paragraph.page);
    }
    pages.back().add(paragraph);
  }
  return pages;
}

// Objects are numbered from 1: the catalogue, the list of pages, two fonts, then each page with its content.
std::vector<std::string> objects_of(std::vector<Page> const& pages) {
  constexpr std::size_t first_page = 5;
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(first_page + 2 * i) + " 0 R ";
  std::string const font = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica";
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>",
                                   "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) +
                                       " /MediaBox [0 0 595 " + std::to_string(page_height) +
                                       "] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
                                   font + " >>", font + "-Bold >>"};
  for (auto const& page : pages) {
    objects.push_back("<< /Type /Page /Parent 2 0 R /Contents " + std::to_string(objects.size() + 2) + " 0 R >>");
    objects.push_back("<< /Length " + std::to_string(page.content().size()) + " >>\nstream\n" + page.content() +
                      "endstream");
  }
  return objects;
}

}  // namespace

void write_pdf(std::filesystem::path const& file, std::string const& manuscript) {
  auto const objects = objects_of(pages_of(manuscript));
  std::string bytes = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[24];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", bytes.size());
    table += entry;
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  auto const size = std::to_string(objects.size() + 1);
  auto const start = std::to_string(bytes.size());
  bytes += "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + start +
           "\n%%EOF\n";
  std::ofstream out(file, std::ios::binary);
  if (!(out << bytes)) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace quoth::test
