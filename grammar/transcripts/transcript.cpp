// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include "grammar/transcripts/prose/document_source.hpp"
#include "grammar/transcripts/prose/printed_name.hpp"
#include "grammar/transcripts/transcript_format.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "grammar/transcripts/turns/document_turns.hpp"
#include "quoth/error.hpp"
#include "text/articles/article_format.hpp"
#include "text/articles/file_info.hpp"
#include "text/articles/print/scanned_pdf.hpp"
#include "text/files/file_content.hpp"
#include "text/files/format_table.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

TranscriptFormat const* const formats[] = {
#define QUOTH_FORMAT(NAME) &transcripts::NAME##_format,
#include "grammar/transcripts/transcript_formats.def"
#undef QUOTH_FORMAT
};

// Throws where the file is JSON or XML of no known format, which must not be read as plain text.
void refuse_unknown_markup(text::FileContent& file) {
  if (file.json()) throw Error(file.where() + ": JSON of no format that is known; see docs/formats.md");
  if (auto const root = file.xml_root()) {
    throw Error(file.where() + ": XML <" + std::string(root.name()) +
                "> of no format that is known; see docs/formats.md");
  }
}

// A file's format: one of transcripts, or one of articles alone.
struct Format {
  TranscriptFormat const* transcript = nullptr;
  text::ArticleFormat const* articles = nullptr;
};

Format format_named(std::string_view name) {
  for (auto const* format : formats) {
    if (format->name == name) return {format, nullptr};
  }
  return {nullptr, &text::FormatTable<text::ArticleFormat>(text::article_formats()).named(name)};
}

Format format_of(text::FileContent& file, std::string_view name) {
  if (name != "auto") return format_named(name);
  text::refuse_unreadable(file);
  text::FormatTable<TranscriptFormat> const table(formats);
  auto const alone = article_formats_alone();
  text::FormatTable<text::ArticleFormat> const articles(alone);
  if (auto const* const format = table.recognise(file)) return {format, nullptr};
  if (auto const* const format = articles.recognise(file)) return {nullptr, format};
  refuse_unknown_markup(file);
  if (auto const* const format = table.with_ending(file.ending())) return {format, nullptr};
  if (auto const* const format = articles.with_ending(file.ending())) return {nullptr, format};
  return {&plain_format, nullptr};
}

bool has_words(Source const& source) {
  return std::ranges::any_of(source.utterances,
                             [](Utterance const& turn) { return text::has_more_words(turn.text, 0); });
}

text::FileInfo info_of_pdf([[maybe_unused]] text::FileContent& file) {
#ifdef QUOTH_PDF
  return text::pdf_info(file);
#else
  return {};
#endif
}

// What the text does not say itself.
void add_info(text::FileInfo&& info, Source& source) {
  if (source.title.empty()) source.title = std::move(info.title);
  if (source.date.empty()) source.date = std::move(info.date);
  if (!source.author.empty() || !source.issuer.empty()) return;
  if (may_be_author(info.author)) source.author = std::move(info.author);
  if (names_organisation(info.issuer)) source.issuer = std::move(info.issuer);
}

Source document_in(text::FileContent& file, std::string_view name) {
  bool const scanned = name == "pdf" && text::is_scanned_pdf(file);
  text::FileInfo info;
  if (name == "docx" || name == "odt") info = text::office_info(file);
  if (name == "pdf") info = info_of_pdf(file);
  if (name == "pdf") file.use_as_transcript();  // keeps its lines
  auto source = document_source(text::parse_article(file, name));
  add_info(std::move(info), source);
  if (scanned) source.made = Made::ocr;
  return source;
}

bool has_label(Source const& source, std::vector<std::string> const& labels) {
  return std::ranges::any_of(source.utterances, [&](Utterance const& turn) {
    return !turn.speaker.empty() && std::ranges::find(labels, turn.speaker) != labels.end();
  });
}

// The file as a transcript where it is one, else as a document.
Source read_one(text::FileContent& file, TranscriptFormat const& format, ParseOptions const& options) {
  auto kind = options.kind;
  if (format.may_be_document && kind == SourceKind::document) return document_in(file, format.name);
  // Reading frees the file.
  std::optional<text::FileContent> again;
  if (format.may_be_document && !kind) again = file.again();
  file.use_as_transcript();
  auto source = format.read(file);
  if (!kind && has_label(source, options.labels)) kind = SourceKind::transcript;
  if (again && !kind && source.kind == SourceKind::document) {
    source = {};  // frees it
    return document_in(*again, format.name);
  }
  if (kind == SourceKind::document && &format != &json_form_format)
    throw Error(file.where() + ": is a transcript by its format; leave out --kind");
  if (format.may_be_document) source.kind = kind.value_or(source.kind);
  return source;
}

// An article of a file that may hold several, in which case it has a name of its own.
Source read_article(Document const& article, text::ArticleFormat const& format, text::FileContent const& file,
                    std::optional<SourceKind> kind) {
  Source source;
  if (kind != SourceKind::document) source = turns_of(article);
  auto const quoted = format.name == "eml" ? Quoted::left_out : Quoted::kept;
  if (kind.value_or(source.kind) == SourceKind::document) source = document_source(article, quoted);
  source.kind = kind.value_or(source.kind);
  source.left_out.insert(source.left_out.end(), file.left_out().begin(), file.left_out().end());
  if (article.id() == file.where()) return source;
  source.id = article.id();
  source.sha256 = article.digest();
  return source;
}

}  // namespace

std::span<TranscriptFormat const* const> transcript_formats() { return formats; }

std::vector<text::ArticleFormat const*> article_formats_alone() {
  std::vector<text::ArticleFormat const*> alone;
  for (auto const* format : text::article_formats()) {
    if (std::ranges::find(formats, format->name, &TranscriptFormat::name) == std::end(formats)) alone.push_back(format);
  }
  return alone;
}

void parse_sources(text::FileContent& file, ParseOptions const& options, TakeSource const& take) {
  auto const format = format_of(file, options.format);
  bool any = false;
  auto const take_it = [&](Source&& source) {
    if (!has_words(source)) return;
    any = true;
    take(std::move(source));
  };
  if (format.transcript != nullptr) {
    take_it(read_one(file, *format.transcript, options));
  } else {
    format.articles->read(file, file.where(), [&](Document&& article) {
      take_it(read_article(article, *format.articles, file, options.kind));
    });
  }
  if (!any) throw Error(file.where() + ": holds no words; give a source with text");
}

Source parse_transcript(text::FileContent& file, std::string_view format) {
  std::optional<Source> first;
  parse_sources(file, {format, {}}, [&](Source&& source) {
    if (!first) first = std::move(source);
  });
  return std::move(*first);
}

}  // namespace quoth::transcripts
