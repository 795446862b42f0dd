// SPDX-License-Identifier: MIT
#include "tools/desk/mistaken_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/transcripts/transcript_format.hpp"
#include "grammar/transcripts/turns/document_turns.hpp"
#include "quoth/error.hpp"
#include "quoth/quotation.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/format_table.hpp"
#include "text/unicode/unicode.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

// Tried on the articles of the tests and the transcripts of the examples.
constexpr std::size_t code_points_of_quotation = 600;  // an article has at least one quotation in so many
constexpr std::size_t fewest_turns = 3;
constexpr std::size_t longest_transcript = 1'000'000;  // code points; turns of more would take too much memory
constexpr std::size_t largest_recognised = 4'000'000;  // bytes; each reader that is asked makes its own view of a file
constexpr std::size_t longest_article = 30'000;        // bytes; above it a document is no article
constexpr std::size_t fewest_quotations = 3;           // in an article, and one in so many bytes:
constexpr std::size_t bytes_of_quotation = 1'500;

transcripts::TranscriptFormat const* format_of_transcripts_alone(text::FileContent& file) {
  if (file.bytes().size() > largest_recognised) return nullptr;
  if (text::FormatTable<text::ArticleFormat>(text::article_formats()).recognise(file) != nullptr) return nullptr;
  for (auto const* format : transcripts::transcript_formats()) {
    if (!format->may_be_document && format->recognises(file)) return format;
  }
  return nullptr;
}

bool is_said_by_somebody(Quotation const& quotation) {
  return quotation.kind == QuotationKind::direct && quotation.attribution && quotation.attribution->tagged;
}

}  // namespace

void refuse_transcript(text::FileContent& file, std::string const& path) {
  if (auto const* const format = format_of_transcripts_alone(file))
    throw Error(
        fmt::format("{}: is a transcript ({}) and no article; put it into a store: quoth ingest --store FILE {}",
                    file.where(), format->what, path));
}

void complain_of_transcript(Document const& article, std::size_t quotations) {
  auto const size = article.text().size();
  if (size > longest_transcript || quotations * code_points_of_quotation > size) return;
  auto const source = transcripts::turns_of(article);
  if (source.kind != SourceKind::transcript || source.utterances.size() < fewest_turns) return;
  complain(fmt::format(
      "{}: reads like a transcript of {} turns, not like an article; if it is a source, put it into a store: quoth "
      "ingest --store FILE {}",
      article.id(), source.utterances.size(), article.id()));
}

std::string sign_of_article(Source const& document) {
  std::string paragraphs;
  for (auto const& paragraph : document.utterances) {
    paragraphs += paragraph.text + "\n\n";
    if (paragraphs.size() > longest_article) return {};
  }
  auto const quotations = extract(plain_document(document.id, text::to_utf32(paragraphs)));
  auto const said = static_cast<std::size_t>(std::ranges::count_if(quotations, is_said_by_somebody));
  if (said < fewest_quotations || said * bytes_of_quotation < paragraphs.size()) return {};
  return fmt::format("it quotes people {} times, as articles do", said);
}

}  // namespace quoth::tools
