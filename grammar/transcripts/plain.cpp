// SPDX-License-Identifier: MIT
#include "readers.hpp"
#include "transcript_lines.hpp"

namespace quoth {

namespace {

// The last one asked: all text can be read.
bool recognises(FileContent& /*file*/) { return false; }

Source read(FileContent& file) {
  Source source;
  source.utterances = turns_of(lines_of_text(file.text()));
  return source;
}

}  // namespace

TranscriptFormat const plain_format{"text", "plain text", ".txt .text", recognises, read};

}  // namespace quoth
