// SPDX-License-Identifier: MIT
#include "readers.hpp"
#include "transcript_lines.hpp"

namespace quoth {

namespace {

// The last one asked: all text can be read.
bool recognises(FileContent& /*file*/) { return false; }

Source read(FileContent& file) {
  Source source;
  auto const printed = lines_without_numbers(file.text());
  source.utterances = turns_of(printed ? *printed : lines_of_text(file.text()));
  // Printed pages open with a title, who is present and a table of contents.
  if (printed && source.utterances.size() > 1 && source.utterances.front().speaker.empty()) {
    source.utterances.erase(source.utterances.begin());
  }
  return source;
}

}  // namespace

TranscriptFormat const plain_format{"text", "plain text", ".txt .text", recognises, read};

}  // namespace quoth
