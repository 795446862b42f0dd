// SPDX-License-Identifier: MIT
#include "text/json/jsonl.hpp"

#include <simdjson.h>

#include <iterator>

#include "quoth/error.hpp"
#include "text/json/json_fields.hpp"
#include "text/json/reused_parser.hpp"
#include "text/json/source_object.hpp"
#include "text/language/language.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

namespace json = simdjson::dom;

// The names in a string, in {"name": …}, or in a list of them; anything else is skipped.
std::string names_of(json::element value) {
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  if (value["name"].get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  std::string names;
  json::array list;
  if (value.get_array().get(list) != simdjson::SUCCESS) return names;
  for (auto const one : list) {
    bool const named =
        one.get_string().get(text) == simdjson::SUCCESS || one["name"].get_string().get(text) == simdjson::SUCCESS;
    if (named) names += (names.empty() ? "" : ", ") + std::string(text);
  }
  return names;
}

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
  std::optional<std::u32string> text;
  Document facts;
  for (auto const [key, field] : line) {
    if (key == "id") {
      out.id = name_of(field, "id");
    } else if (key == "text") {
      std::string_view utf8;
      if (field.get_string().get(utf8) != simdjson::SUCCESS) throw Lacking{"\"text\" is no string"};
      text = to_utf32(utf8);
    } else if (key == "title") {
      facts.title = text_of(field, "title");
    } else if (key == "date") {
      facts.date = text_of(field, "date");
    } else if (key == "author") {
      facts.author = names_of(field);
    } else if (key == "outlet" || key == "publisher") {
      facts.outlet = names_of(field);
    } else if (key == "language") {
      facts.language = text_of(field, "language");
    }
  }
  if (!text) throw Lacking{"no \"text\"; every article needs one"};
  out.value = plain_document(out.id, std::move(*text));
  out.value.title = std::move(facts.title);
  out.value.date = std::move(facts.date);
  out.value.author = std::move(facts.author);
  out.value.outlet = std::move(facts.outlet);
  out.value.language = language_of(facts.language, out.value.text());
}

template <typename Value, typename Read>
JsonLine<Value> read_line(json::parser& parser, std::string& line, std::size_t number, Read read) {
  JsonLine<Value> out{number, "line " + std::to_string(number), {}, {}};
  auto const size = line.size();
  line.reserve(size + simdjson::SIMDJSON_PADDING);
  try {
    json::element const document = parser.parse(line.data(), size, false);
    json::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS) throw Lacking{"no JSON object"};
    read(object, out);
  } catch (Lacking const& lacking) {
    out.error = lacking.what;
  } catch (simdjson::simdjson_error const& error) {
    out.error = std::string("no valid JSON: ") + error.what();
  }
  return out;
}

// Whether the line is a brace alone, which opens an object over many lines: the rest of the file is part of it.
bool opens_printed_object(std::string_view line) {
  auto const first = line.find_first_not_of(" \t\r");
  return line.find_last_not_of(" \t\r") == first && line[first] == '{';
}

template <typename Value, typename Read, typename Take>
void read_lines(std::istream& in, Read read, Take take) {
  json::parser parser;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    if (number == 1 && opens_printed_object(line)) line.append(std::istreambuf_iterator<char>(in), {});
    take(read_line<Value>(parser, line, number, read), line);
  }
  if (in.bad()) throw Error("reading JSON lines failed; check the disk and the file");
}

}  // namespace

JsonLine<Document> read_article_line(std::string_view line, std::size_t number) {
  ReusedParser parser;
  std::string padded;
  padded.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  padded = line;
  return read_line<Document>(parser.get(), padded, number, read_article);
}

Source read_source_json(std::string_view json, std::string_view where) {
  json::parser parser;
  std::string padded;
  padded.reserve(json.size() + simdjson::SIMDJSON_PADDING);
  padded = json;
  auto line = read_line<Source>(parser, padded, 1, read_source_without_id);
  if (!line.error.empty()) throw Error(std::string(where) + ": " + line.error);
  return std::move(line.value);
}

void read_article_lines(std::istream& in, std::function<void(JsonLine<Document>&&)> const& take) {
  read_lines<Document>(in, read_article,
                       [&](JsonLine<Document>&& out, std::string const& /*line*/) { take(std::move(out)); });
}

void read_source_lines(std::istream& in, std::function<void(JsonLine<Source>&&, std::string_view line)> const& take) {
  read_lines<Source>(in, read_source,
                     [&](JsonLine<Source>&& out, std::string const& line) { take(std::move(out), line); });
}

}  // namespace quoth::text
