// SPDX-License-Identifier: MIT
#include <algorithm>

#include "grammar/transcripts/transcript_readers.hpp"
#include "grammar/transcripts/turns/document_turns.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"

// Transcripts in the formats of articles: the labels in their paragraphs are read as in plain text.
namespace quoth::transcripts {

namespace {

text::ArticleFormat const* article_format(std::string_view name) {
  auto const formats = text::article_formats();
  auto const found = std::ranges::find(formats, name, [](text::ArticleFormat const* format) { return format->name; });
  return found == formats.end() ? nullptr : *found;
}

bool is_article(text::FileContent& file, std::string_view name) {
  auto const* format = article_format(name);
  return format != nullptr && format->recognises(file);
}

Source read_document(text::FileContent& file, std::string_view name) {
  return turns_of(text::parse_article(file, name));
}

}  // namespace

TranscriptFormat const docx_format{"docx",
                                   "Word documents",
                                   ".docx .docm .dotx",
                                   [](text::FileContent& file) { return is_article(file, "docx"); },
                                   [](text::FileContent& file) { return read_document(file, "docx"); },
                                   true};
TranscriptFormat const odt_format{"odt",
                                  "OpenDocument text",
                                  ".odt",
                                  [](text::FileContent& file) { return is_article(file, "odt"); },
                                  [](text::FileContent& file) { return read_document(file, "odt"); },
                                  true};

}  // namespace quoth::transcripts
