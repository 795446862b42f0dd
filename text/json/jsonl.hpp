// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "quoth/document.hpp"
#include "quoth/source.hpp"

namespace quoth {

// One line of a JSONL file: its 1-based number and its value, or why it has none.
template <typename Value>
struct JsonLine {
  std::size_t number = 0;
  std::string id;     // as far as it could be read; "line N" where the line names none
  Value value;        // meaningless where `error` is not empty
  std::string error;  // one line: what is wrong and what is expected
};

// Articles, one {"id", "text", "title", "date", "author", "outlet"} a line ("publisher" is "outlet" too); all but
// "text" may be absent and other fields are passed over. Blank lines are passed over, and a
// file that starts with a line of a brace alone is one object printed over many lines. Memory is bounded by the longest
// line. Throws Error where `in` cannot be read on.
void read_article_lines(std::istream& in, std::function<void(JsonLine<Document>&&)> const& take);

// The article on one such line, which is not blank.
JsonLine<Document> read_article_line(std::string_view line, std::size_t number);

// The transcript that a JSON text holds in the ingest form; `where` is named in errors. It needs no "id".
Source read_source_json(std::string_view json, std::string_view where);

// Transcripts in the ingest form, one a line; "utterances" with "text" must be there. The source's sha256 is left to
// the caller, who is handed the line as it stands.
void read_source_lines(std::istream& in, std::function<void(JsonLine<Source>&&, std::string_view line)> const& take);

}  // namespace quoth
