// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/cue_file.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

namespace quoth {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\r' || c == '\n' || c == '\t'; }

std::string_view line_at(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

bool is_timing(std::string_view line) {
  constexpr std::size_t longest = 200;  // bytes
  return !line.empty() && line.size() < longest && line.front() >= '0' && line.front() <= '9' &&
         line.find(" --> ") != line.npos;
}

// A timing line, with or without a line before it that holds only a number.
bool recognises(FileContent& file) {
  std::string_view const text = file.utf8();
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  if (is_timing(line_at(text, at))) return true;
  auto const digits = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == digits || at - digits > 9) return false;
  while (at < text.size() && is_blank(text[at])) ++at;
  return is_timing(line_at(text, at));
}

Source read(FileContent& file) {
  Source source;
  source.kind = TranscriptKind::captions;
  source.utterances = turns_of_cues(parse_cue_file(file.utf8(), file.where()));
  return source;
}

}  // namespace

TranscriptFormat const srt_format{"srt", "SubRip captions", ".srt", recognises, read};

}  // namespace quoth
