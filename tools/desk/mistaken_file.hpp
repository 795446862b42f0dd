// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "quoth/document.hpp"
#include "quoth/source.hpp"
#include "text/files/file_content.hpp"

namespace quoth::tools {

// Files that are given to the wrong command: a transcript that is to be checked, an article that is to be ingested.

// Throws Error where the file is of a format that transcripts alone have (captions, recognised speech), and says how to
// ingest it. `path` is how the user named it. Files of over 4 MB are not looked at.
void refuse_transcript(text::FileContent& file, std::string const& path);

// Says on standard error where a file of one article reads like a transcript: speakers take turns in it, and it has few
// quotations.
void complain_of_transcript(Document const& article, std::size_t quotations);

// What makes a document look like an article that is to be checked, as a clause: "it quotes people 5 times, as articles
// do". Empty for long documents and those that quote nobody's speech.
std::string sign_of_article(Source const& document);

}  // namespace quoth::tools
