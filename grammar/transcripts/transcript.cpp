// SPDX-License-Identifier: MIT
#include <algorithm>

#include "grammar/transcripts/transcript_format.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "quoth/error.hpp"
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
  if (file.json()) throw Error(file.where() + ": JSON of no transcript format that is known; see docs/formats.md");
  if (auto const root = file.xml_root()) {
    throw Error(file.where() + ": XML <" + std::string(root.name()) +
                "> of no transcript format that is known; see docs/formats.md");
  }
}

TranscriptFormat const& format_of(text::FileContent& file, std::string_view name) {
  text::FormatTable<TranscriptFormat> const table(formats);
  if (name != "auto") return table.named(name);
  text::refuse_unreadable(file);
  if (auto const* const format = table.recognise(file)) return *format;
  refuse_unknown_markup(file);
  if (auto const* const format = table.with_ending(file.ending())) return *format;
  return plain_format;
}

}  // namespace

std::span<TranscriptFormat const* const> transcript_formats() { return formats; }

Source parse_transcript(text::FileContent& file, std::string_view format) {
  file.use_as_transcript();
  auto source = format_of(file, format).read(file);
  auto const has_words = [](Utterance const& turn) { return !text::split_words(turn.text).empty(); };
  if (std::ranges::none_of(source.utterances, has_words)) {
    throw Error(file.where() + ": holds no words; give a transcript with text");
  }
  return source;
}

}  // namespace quoth::transcripts
