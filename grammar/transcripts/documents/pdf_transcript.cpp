// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>

#include "grammar/transcripts/lines/transcript_lines.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/articles/article_format.hpp"
#include "text/articles/print/pdf_layout.hpp"
#include "text/articles/print/scanned_pdf.hpp"
#include "text/files/file_content.hpp"

// Transcripts in PDF: the numbered pages of courts and legislatures as they are printed, others in reading order.
namespace quoth::transcripts {

namespace {

text::ArticleFormat const& article_format() {
  return **std::ranges::find(text::article_formats(), "pdf",
                             [](text::ArticleFormat const* format) { return format->name; });
}

bool recognises(text::FileContent& file) { return article_format().recognises(file); }

bool is_numbered(text::FileContent& file) {
  constexpr int first_pages = 12;  // enough to see whether lines are numbered
  auto const text = text::pdf_layout(file, first_pages);
  return lines_without_numbers(text).has_value();
}

Source read_pages(text::FileContent& file) {
  Source source;
  if (is_numbered(file)) {
    auto const text = text::pdf_layout(file, std::numeric_limits<int>::max());
    if (auto lines = lines_without_numbers(text)) {
      read_turns(std::move(*lines), source);
      // Printed pages begin with a title, a list of those present and a table of contents.
      if (source.utterances.size() > 1 && source.utterances.front().speaker.empty()) leave_out_first_turn(source);
      return source;
    }
  }
  auto const document = text::parse_article(file, "pdf");
  source.title = document.title;
  source.date = document.date;
  read_turns(lines_of_document(document), source);
  return source;
}

Source read(text::FileContent& file) {
  bool const scanned = text::is_scanned_pdf(file);
  auto source = read_pages(file);
  if (scanned) source.made = Made::ocr;
  return source;
}

}  // namespace

TranscriptFormat const pdf_format{"pdf", "PDF", ".pdf", recognises, read, true};

}  // namespace quoth::transcripts
