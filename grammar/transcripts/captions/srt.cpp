// SPDX-License-Identifier: MIT
#include <algorithm>

#include "grammar/transcripts/captions/caption_file.hpp"
#include "grammar/transcripts/transcript_readers.hpp"
#include "text/files/file_content.hpp"
#include "text/unicode/ascii.hpp"

namespace quoth::transcripts {

namespace {

std::string_view line_at(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

bool is_timing(std::string_view line) {
  constexpr std::size_t longest = 200;  // bytes
  return !line.empty() && line.size() < longest && text::is_ascii_digit(line.front()) &&
         line.find(" --> ") != line.npos;
}

// A timing line, with or without a line before it that holds only a number.
bool recognises(text::FileContent& file) {
  std::string_view const text = file.utf8();
  constexpr std::string_view white_space = " \t\r\n";
  auto const skip = [&](std::size_t at, std::string_view what) {
    return std::min(text.find_first_not_of(what, at), text.size());
  };
  auto const number = skip(0, white_space);
  if (is_timing(line_at(text, number))) return true;
  auto const behind = skip(number, "0123456789");
  if (behind == number || behind - number > 9) return false;
  return is_timing(line_at(text, skip(behind, white_space)));
}

Source read(text::FileContent& file) { return captioned_speech(parse_caption_file(file.utf8(), file.where())); }

}  // namespace

TranscriptFormat const srt_format{"srt", "SubRip captions", ".srt", recognises, read};

}  // namespace quoth::transcripts
