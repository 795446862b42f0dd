// SPDX-License-Identifier: MIT
#include <algorithm>

#include "grammar/transcripts/captions/caption_file.hpp"
#include "grammar/transcripts/made/machine_notice.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/lines.hpp"

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

// Whether the line names a caption as Microsoft Teams does: "e14ef5d5-5c9e-4bd0-8a6d-6b34a5ea6fd7/12-0".
bool is_of_teams(std::string_view line) {
  constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx/";
  return line.size() > shape.size() && std::ranges::equal(shape, line.substr(0, shape.size()), [](char form, char c) {
           bool const hexadecimal = text::is_ascii_digit(c) || (c >= 'a' && c <= 'f');
           return form == 'x' ? hexadecimal : form == c;
         });
}

// Whether what stands before the first caption, notes among it, says that a machine made them.
bool heading_tells_machine(std::string_view text) {
  constexpr std::size_t longest_heading = 4000;  // bytes
  auto heading = text.substr(0, std::min(text.find("-->"), longest_heading));
  std::vector<std::string> lines;
  while (!heading.empty()) {
    auto const line = text::trimmed(text::take_line(heading));
    if (is_of_teams(line)) return true;
    lines.emplace_back(line);
  }
  return has_machine_notice(lines);
}

bool recognises(text::FileContent& file) { return signature(file.utf8()) != std::string_view::npos; }

Source read(text::FileContent& file) {
  auto const start = signature(file.utf8());
  std::string_view const text = file.utf8();
  auto source = captioned_speech(parse_caption_file(text.substr(start == text.npos ? 0 : start), file.where()));
  if (heading_tells_machine(text)) source.made = Made::asr;
  return source;
}

}  // namespace

TranscriptFormat const webvtt_format{"webvtt", "WebVTT captions", ".vtt", recognises, read};

}  // namespace quoth::transcripts
