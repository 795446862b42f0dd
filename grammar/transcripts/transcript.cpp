// SPDX-License-Identifier: MIT
#include "quoth/transcript.hpp"

#include <algorithm>

#include "grammar/transcripts/transcript_readers.hpp"
#include "quoth/error.hpp"
#include "text/files/file_content.hpp"
#include "text/files/unreadable.hpp"
#include "text/words/words.hpp"

namespace quoth {

namespace {

TranscriptFormat const* const formats[] = {
#define QUOTH_FORMAT(NAME) &NAME##_format,
#include "grammar/transcripts/transcript_formats.def"
#undef QUOTH_FORMAT
};

bool has_ending(TranscriptFormat const& format, std::string const& ending) {
  if (ending.empty()) return false;
  return (" " + std::string(format.endings) + " ").find(" " + ending + " ") != std::string::npos;
}

// Throws if the file is JSON or XML of no known format, which must not be read as plain text.
void refuse_unknown_markup(FileContent& file) {
  if (file.json()) throw Error(file.where() + ": JSON of no transcript format that is known; see docs/formats.md");
  if (auto const root = file.xml_root()) {
    throw Error(file.where() + ": XML <" + std::string(root.name()) +
                "> of no transcript format that is known; see docs/formats.md");
  }
}

TranscriptFormat const& format_of(FileContent& file, std::string_view name) {
  if (name != "auto") {
    auto const* const* found =
        std::ranges::find(formats, name, [](TranscriptFormat const* format) { return format->name; });
    if (found == std::end(formats)) throw Error("--input-format " + std::string(name) + ": unknown; see --help");
    return **found;
  }
  if (auto const advice = why_unreadable(file.bytes()); !advice.empty()) {
    throw Error(file.where() + ": " + std::string(advice));
  }
  for (auto const* format : formats) {
    if (format->recognises(file)) return *format;
  }
  refuse_unknown_markup(file);
  for (auto const* format : formats) {
    if (has_ending(*format, file.ending())) return *format;
  }
  return plain_format;
}

}  // namespace

std::span<TranscriptFormat const* const> transcript_formats() { return formats; }

Source read_transcript(FileContent& file, std::string_view format) {
  file.use_as_transcript();
  auto source = format_of(file, format).read(file);
  auto const has_words = [](Utterance const& turn) { return !split_words(turn.text).empty(); };
  if (std::ranges::none_of(source.utterances, has_words)) {
    throw Error(file.where() + ": holds no words; give a transcript with text");
  }
  return source;
}

}  // namespace quoth
