// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"

namespace quoth {

class FileContent;

// One way to write a transcript down, and its reader.
struct TranscriptFormat {
  std::string_view name;     // "srt", as --input-format takes it
  std::string_view what;     // "SubRip captions"
  std::string_view endings;  // ".srt .sub"; may be empty
  // Whether the content is of this format; it is asked before the ending is looked at. May throw Error where the file
  // is broken.
  bool (*recognises)(FileContent& file);
  // The turns, with title, date, URL and the names of speakers as far as the file gives them. `id`, `path` and `sha256`
  // are left to the caller.
  Source (*read)(FileContent& file);
};

// All of them, the most telling first.
std::span<TranscriptFormat const* const> transcript_formats();

// Reads a file as the format of that name, or for "auto" as the first that recognises its content, else by its ending,
// else as plain text. Throws Error where nobody can read it or it holds no words.
Source read_transcript(FileContent& file, std::string_view format = "auto");

// Gives every label a Speaker: the ones named in `given` ("THE PRESIDENT=Joe Biden"; an empty label stands for speech
// without one), then what the source itself says, then the label in ordinary capitals. Who a source is titled after
// ("Remarks by Director Reed at …") speaks where no label stands and under a label of office alone ("THE DIRECTOR").
// Throws Error where `given` is malformed, and where nobody is named in a whole transcript; captions and recognised
// speech seldom name anybody and go without.
void name_speakers(Source& source, std::vector<std::string> const& given, std::string_view where);

}  // namespace quoth
