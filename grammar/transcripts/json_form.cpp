// SPDX-License-Identifier: MIT
#include <sstream>

#include "quoth/error.hpp"
#include "quoth/jsonl.hpp"
#include "readers.hpp"

// The project's own form, as one JSON object over any number of lines.
namespace quoth {

namespace {

bool recognises(FileContent& file) {
  auto const first = file.json()["utterances"].front();
  // AssemblyAI has utterances with text too.
  return first["text"].is_string() && !first["confidence"] && !file.json()["audio_duration"];
}

Source read(FileContent& file) {
  std::string line;
  line.reserve(file.utf8().size());
  // Line breaks inside JSON strings are escaped.
  for (auto const c : file.utf8()) line += c == '\n' || c == '\r' ? ' ' : c;
  std::istringstream in(std::move(line));
  Source source;
  read_source_lines(in, [&](JsonLine<Source>&& read, std::string_view /*line*/) {
    if (!read.error.empty() && !read.error.starts_with("no \"id\"")) throw Error(file.where() + ": " + read.error);
    source = std::move(read.value);
  });
  return source;
}

}  // namespace

TranscriptFormat const json_form_format{"json", "one transcript in the ingest form", "", recognises, read};

}  // namespace quoth
