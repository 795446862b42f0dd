// SPDX-License-Identifier: MIT
#include "cue_file.hpp"
#include "readers.hpp"

namespace quoth {

namespace {

// The first line of the WebVTT itself: archives set a header of their own before it.
std::size_t signature(std::u32string_view text) {
  constexpr std::u32string_view mark = U"WEBVTT";
  constexpr std::size_t longest_header = 2000;
  if (text.starts_with(mark)) return 0;
  auto const at = text.substr(0, longest_header).find(U"\nWEBVTT");
  return at == text.npos ? text.npos : at + 1;
}

bool recognises(FileContent& file) { return signature(file.text()) != std::u32string::npos; }

Source read(FileContent& file) {
  auto const start = signature(file.text());
  Source source;
  source.kind = TranscriptKind::captions;
  source.utterances = turns_of_cues(
      parse_cue_file(std::u32string_view(file.text()).substr(start == std::u32string::npos ? 0 : start), file.where()));
  return source;
}

}  // namespace

TranscriptFormat const webvtt_format{"webvtt", "WebVTT captions", ".vtt", recognises, read};

}  // namespace quoth
