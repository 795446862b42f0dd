// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/struck_words.hpp"
#include "grammar/transcripts/lines/transcript_lines.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

namespace quoth::transcripts {

namespace {

// The fallback, read where no other format fits, since all text can be read.
bool recognises(text::FileContent& /*file*/) { return false; }

Source read(text::FileContent& file) {
  Source source;
  auto const text = with_struck_words_marked(file.take_text());
  auto printed = lines_without_numbers(text);
  bool const numbered = printed.has_value();
  read_turns(numbered ? std::move(*printed) : lines_of_text(text), source);
  // Printed pages begin with a title, a list of those present and a table of contents.
  if (numbered && source.utterances.size() > 1 && source.utterances.front().speaker.empty())
    leave_out_first_turn(source);
  return source;
}

}  // namespace

TranscriptFormat const plain_format{"text", "plain text", ".txt .text", recognises, read, true};

}  // namespace quoth::transcripts
