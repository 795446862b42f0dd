// SPDX-License-Identifier: MIT
#include "cue_file.hpp"
#include "readers.hpp"

namespace quoth {

namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\r' || c == U'\n' || c == U'\t'; }

// A number on a line of its own, then a timing line.
bool recognises(FileContent& file) {
  auto const& text = file.text();
  std::size_t at = 0;
  while (at < text.size() && is_blank(text[at])) ++at;
  auto const digits = at;
  while (at < text.size() && text[at] >= U'0' && text[at] <= U'9') ++at;
  if (at == digits || at - digits > 9) return false;
  while (at < text.size() && is_blank(text[at])) ++at;
  auto const line = std::u32string_view(text).substr(at, text.find(U'\n', at) - at);
  return line.size() < 200 && line.find(U"-->") != line.npos;
}

Source read(FileContent& file) {
  Source source;
  source.kind = TranscriptKind::captions;
  source.utterances = turns_of_cues(parse_cue_file(file.text(), file.where()));
  return source;
}

}  // namespace

TranscriptFormat const srt_format{"srt", "SubRip captions", ".srt", recognises, read};

}  // namespace quoth
