// SPDX-License-Identifier: MIT
#include "grammar/transcripts/made/machine_text.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/json/jsonl.hpp"

// The project's own format, as one JSON object that may span lines.
namespace quoth::transcripts {

namespace {

bool recognises(text::FileContent& file) {
  auto const first = file.json()["utterances"].front();
  // AssemblyAI has utterances with text too.
  return first["text"].is_string() && !first["confidence"] && !file.json()["audio_duration"];
}

Source read(text::FileContent& file) {
  auto const json = file.utf8();
  file.release();
  auto source = text::read_source_json(json, file.where(), file.limits());
  judge_made(source);
  return source;
}

}  // namespace

TranscriptFormat const json_form_format{"json", "one transcript in the ingest form", "", recognises, read};

}  // namespace quoth::transcripts
