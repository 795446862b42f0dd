// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "quoth/document.hpp"
#include "quoth/limits.hpp"
#include "quoth/source.hpp"

namespace quoth::text {

// One line of a JSONL file: its 1-based number and its value, or why it has none.
template <typename Value>
struct JsonLine {
  std::size_t number = 0;
  std::string id;     // "line N" if it could not be read or the line has none
  Value value;        // unspecified if `error` is not empty
  std::string error;  // one line: what is wrong and what is expected
};

// Reads articles, one {"id", "text", "title", "date", "author", "outlet", "language"} a line ("publisher" is "outlet"
// too). Only "text" is required; other fields and blank lines are skipped. A file whose first line is a brace alone is
// one object over many lines. Memory is bounded by the longest line; one over the limits is an error of that line.
// Throws Error naming `where` if `in` cannot be read on, also where a line that is too long does not end.
void read_article_lines(std::istream& in, std::string const& where, Limits const& limits,
                        std::function<void(JsonLine<Document>&&)> const& take);

// Reads the article of one such line, which must not be blank.
JsonLine<Document> read_article_line(std::string_view line, std::size_t number, Limits const& limits);

// Reads the one source of a JSON text in the ingest form, which needs no "id". `where` is named in errors.
Source read_source_json(std::string_view json, std::string_view where, Limits const& limits);

// Reads sources in the ingest form, one a line; "utterances" with "text" are required. `take` also gets the line
// itself, of which it must compute the source's sha256.
void read_source_lines(std::istream& in, std::string const& where, Limits const& limits,
                       std::function<void(JsonLine<Source>&&, std::string_view line)> const& take);

}  // namespace quoth::text
