// SPDX-License-Identifier: MIT
#include "text/json/jsonl.hpp"

#include <simdjson.h>

#include "quoth/error.hpp"
#include "text/bytes/bounded_lines.hpp"
#include "text/json/article_fields.hpp"
#include "text/json/json_fields.hpp"
#include "text/json/reused_parser.hpp"
#include "text/json/source_object.hpp"

namespace quoth::text {

namespace {

namespace json = simdjson::dom;

// The id is known also where the rest is not as it should be.
void read_source_without_id(json::object line, JsonLine<Source>& out) {
  if (json::element id; line["id"].get(id) == simdjson::SUCCESS) out.id = name_of(id, "id");
  out.value = source_of(line);
}

void read_source(json::object line, JsonLine<Source>& out) {
  read_source_without_id(line, out);
  if (out.value.id.empty()) throw Lacking{"no \"id\"; every source needs one"};
}

void read_article(json::object line, JsonLine<Document>& out) {
  ArticleFields fields(out);
  for (auto const [key, field] : line) fields.add(key, field);
  fields.finish();
}

template <typename Value, typename Read>
JsonLine<Value> read_line(json::parser& parser, std::string& line, std::size_t number, std::size_t depth, Read read) {
  JsonLine<Value> out{number, "line " + std::to_string(number), {}, {}};
  auto const size = line.size();
  line.reserve(size + simdjson::SIMDJSON_PADDING);
  try {
    if (auto const code = reserve(parser, size, depth); code != simdjson::SUCCESS) throw simdjson::simdjson_error(code);
    json::element const document = parser.parse(line.data(), size, false);
    json::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS) throw Lacking{"no JSON object"};
    read(object, out);
  } catch (Lacking const& lacking) {
    out.error = lacking.what;
  } catch (simdjson::simdjson_error const& error) {
    out.error = fault_of(error.error(), depth);
  }
  return out;
}

// Whether the line is a brace alone, which opens an object over many lines: the rest of the file is part of it.
bool opens_printed_object(std::string_view line) {
  auto const first = line.find_first_not_of(" \t\r");
  return line.find_last_not_of(" \t\r") == first && line[first] == '{';
}

// `take` may free the line.
template <typename Value, typename Read, typename Take>
void read_lines(BoundedLines lines, std::size_t depth, Read read, Take take) {
  json::parser parser;
  std::string line;
  while (lines.next(line)) {
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    if (lines.number() == 1 && lines.fault().empty() && opens_printed_object(line)) lines.append_rest(line);
    if (!lines.fault().empty()) {
      auto const number = lines.number();
      take({number, "line " + std::to_string(number), {}, lines.fault()}, line);
      continue;
    }
    auto value = read_line<Value>(parser, line, lines.number(), depth, read);
    // What a very long line has taken is not kept beside what is made of it.
    if (parser.capacity() > ReusedParser::most_kept) parser = json::parser();
    take(std::move(value), line);
  }
}

}  // namespace

JsonLine<Document> read_article_line(std::string_view line, std::size_t number, Limits const& limits) {
  ReusedParser parser;
  std::string padded;
  padded.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  padded = line;
  return read_line<Document>(parser.get(), padded, number, limits.depth, read_article);
}

Source read_source_json(std::string_view json, std::string_view where, Limits const& limits) {
  json::parser parser;
  std::string padded;
  padded.reserve(json.size() + simdjson::SIMDJSON_PADDING);
  padded = json;
  auto line = read_line<Source>(parser, padded, 1, limits.depth, read_source_without_id);
  if (!line.error.empty()) throw Error(std::string(where) + ": " + line.error);
  return std::move(line.value);
}

void read_article_lines(std::istream& in, std::string const& where, Limits const& limits,
                        std::function<void(JsonLine<Document>&&)> const& take) {
  read_lines<Document>(BoundedLines(pieces_of(in, where), where, limits), limits.depth, read_article,
                       [&](JsonLine<Document>&& out, std::string& line) {
                         if (line.size() > ReusedParser::most_kept) std::string().swap(line);
                         take(std::move(out));
                       });
}

void read_source_lines(std::istream& in, std::string const& where, Limits const& limits,
                       std::function<void(JsonLine<Source>&&, std::string_view line)> const& take) {
  read_lines<Source>(BoundedLines(pieces_of(in, where), where, limits), limits.depth, read_source,
                     [&](JsonLine<Source>&& out, std::string const& line) { take(std::move(out), line); });
}

}  // namespace quoth::text
