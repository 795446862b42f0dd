// SPDX-License-Identifier: MIT
#include "grammar/transcripts/captions/caption_file.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"

namespace quoth::transcripts {

namespace {

// The offset of "WEBVTT". Archives put up to 20 lines of their own before it, of the form "Field: value".
std::size_t signature(std::string_view text) {
  constexpr std::string_view mark = "WEBVTT";
  constexpr std::size_t longest_header = 20;  // lines
  std::size_t at = 0;
  for (std::size_t i = 0; i < longest_header; ++i) {
    auto const line = text.substr(at, text.find('\n', at) - at);
    if (line.starts_with(mark)) return at;
    bool const field = line.find(": ") != line.npos || line.starts_with("---") || line.size() < 2;
    if (!field || at + line.size() >= text.size()) return text.npos;
    at += line.size() + 1;
  }
  return text.npos;
}

bool recognises(text::FileContent& file) { return signature(file.utf8()) != std::string_view::npos; }

Source read(text::FileContent& file) {
  auto const start = signature(file.utf8());
  auto const captions = std::string_view(file.utf8()).substr(start == std::string_view::npos ? 0 : start);
  return captioned_speech(parse_caption_file(captions, file.where()));
}

}  // namespace

TranscriptFormat const webvtt_format{"webvtt", "WebVTT captions", ".vtt", recognises, read};

}  // namespace quoth::transcripts
