// SPDX-License-Identifier: MIT
#include "grammar/transcripts/turns/document_turns.hpp"

#include "grammar/transcripts/lines/transcript_lines.hpp"

namespace quoth::transcripts {

Source turns_of(Document const& document) {
  Source source;
  source.title = document.title;
  source.date = document.date;
  source.url = document.url;
  read_turns(lines_of_document(document), source);
  return source;
}

}  // namespace quoth::transcripts
