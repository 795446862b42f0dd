// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "quoth/source.hpp"
#include "text/files/file_content.hpp"

namespace quoth::transcripts {

// One way to write a transcript down, and its reader.
struct TranscriptFormat {
  std::string_view name;     // "srt", as --input-format takes it
  std::string_view what;     // "SubRip captions"
  std::string_view endings;  // ".srt .sub"; may be empty
  // Whether the content is of this format; it is asked before the ending is looked at. May throw Error where the file
  // is broken.
  bool (*recognises)(text::FileContent& file);
  // The turns, with title, date, URL and the names of speakers as far as the file gives them. `id`, `path` and `sha256`
  // are left to the caller.
  Source (*read)(text::FileContent& file);
};

// All of them, the most telling first.
std::span<TranscriptFormat const* const> transcript_formats();

// Reads a file as the format of that name, or for "auto" as the first that recognises its content, else by its ending,
// else as plain text. Throws Error where nobody can read it or it holds no words.
Source parse_transcript(text::FileContent& file, std::string_view format = "auto");

}  // namespace quoth::transcripts
