// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/source.hpp"
#include "text/articles/article_format.hpp"
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
  // Whether the format also holds documents. `read` sets `kind` to that where there are no turns, and what it returns
  // is then of no use but for somebody who knows better; the reader of articles of that name reads documents.
  bool may_be_document = false;
};

// All of them, the most telling first.
std::span<TranscriptFormat const* const> transcript_formats();
// The formats of articles that are no formats of transcripts too: feeds, mail. Their items are documents, or
// transcripts where they have turns.
std::vector<text::ArticleFormat const*> article_formats_alone();

struct ParseOptions {
  std::string_view format = "auto";   // or the name of one of them
  std::optional<SourceKind> kind{};   // else the content tells
  std::vector<std::string> labels{};  // of speakers whom the caller knows; text with one of them is a transcript
};
using TakeSource = std::function<void(Source&&)>;

// Reads a file as the format of that name, or for "auto" as the first that recognises its content, else by its ending,
// else as plain text. Of several items each has what names it as `id` and its own digest, of one `id` is empty. Throws
// Error where nobody can read the file or it holds no words.
void parse_sources(text::FileContent& file, ParseOptions const& options, TakeSource const& take);
// The first of them.
Source parse_transcript(text::FileContent& file, std::string_view format = "auto");

}  // namespace quoth::transcripts
