// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/document_source.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "grammar/transcripts/labels/speech_title.hpp"
#include "grammar/transcripts/prose/line_joiner.hpp"
#include "grammar/transcripts/prose/opinions.hpp"
#include "grammar/transcripts/prose/publisher_frame.hpp"
#include "grammar/transcripts/prose/text_headings.hpp"
#include "grammar/transcripts/prose/title_page.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void fill(Source& source, TitlePage&& page) {
  fill(source.title, std::move(page.title));
  fill(source.date, std::move(page.date));
  if (source.author.empty() && source.issuer.empty()) {
    source.author = std::move(page.author);
    source.issuer = std::move(page.issuer);
  }
}

// In bytes. Each paragraph under a heading has a copy of it; what is longer names no section.
constexpr std::size_t longest_heading = 500;

// Adds paragraphs as utterances, under the heading before them.
class Writer {
 public:
  Writer(std::vector<Paragraph> const& paragraphs, std::vector<std::string> const& pages, Source& source)
      : joiner_(paragraphs), pages_(pages), source_(source) {}

  void add(Paragraph const& paragraph) {
    Utterance utterance;
    for (auto const& line : paragraph.lines) {
      auto const before = utterance.text.size();
      joiner_.add(Paragraph{{line}, false}.text(), utterance.text);
      mark(line.place, std::min(before + (before > 0), utterance.text.size()));
    }
    if (utterance.text.empty()) return;
    if (paragraph.heading) heading_ = utterance.text.size() <= longest_heading ? utterance.text : std::string();
    utterance.heading = heading_;
    source_.utterances.push_back(std::move(utterance));
  }

 private:
  // Notes where a page begins.
  void mark(PrintedPlace place, std::size_t byte) {
    if (place.page == 0 || place == last_) return;
    last_ = place;
    source_.printed.push_back({static_cast<std::uint32_t>(source_.utterances.size()), static_cast<std::uint32_t>(byte),
                               pages_.empty() ? page_name(place) : pages_[place.page - 1], place.line});
  }

  LineJoiner joiner_;
  std::vector<std::string> const& pages_;
  Source& source_;
  std::string heading_;
  PrintedPlace last_;
};

}  // namespace

Source document_source(Document const& document, Quoted quoted) {
  Source source;
  source.kind = SourceKind::document;
  source.made = Made::written;
  source.title = document.title;
  source.date = document.date;
  source.url = document.url;
  source.author = document.author;
  source.issuer = document.outlet;
  source.language = document.language;
  auto text = paragraphs_of(document, quoted);
  auto& paragraphs = text.paragraphs;
  auto const frame = take_frame(paragraphs);
  bool const marked = std::ranges::any_of(paragraphs, &Paragraph::heading);
  if (!frame.head.empty()) fill(source, read_title_page(frame.head));
  fill(source, read_title_page(paragraphs));
  if (!marked) mark_headings(paragraphs);
  bool const any_quoted =
      std::ranges::find(document.blocks(), BlockKind::block_quote, &Block::kind) != document.blocks().end();
  if (quoted == Quoted::left_out && any_quoted) source.left_out.emplace_back("quoted lines of other mails");
  if (frame.licence) source.left_out.emplace_back("the licence of the library");
  if (source.author.empty()) source.author = speaker_in_title(source.title);
  Writer writer(paragraphs, text.pages, source);
  source.utterances.reserve(paragraphs.size());
  for (auto const& paragraph : paragraphs) writer.add(paragraph);
  mark_opinions(source);
  return source;
}

}  // namespace quoth::transcripts
