// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>

#include "match/search/passage_json.hpp"
#include "quoth/error.hpp"
#include "quoth/search.hpp"
#include "text/json/json_writer.hpp"
#include "tools/reports/doc_page.hpp"
#include "tools/servers/mcp/source_uri.hpp"
#include "tools/servers/mcp/tool_functions.hpp"

namespace quoth::tools {

namespace {

constexpr std::size_t passages_by_default = 10;
constexpr std::size_t sources_by_default = 50;

// Without the path on this machine, which is nobody else's business.
void write_source(text::JsonWriter& json, SourceRecord const& source) {
  json.begin_object().field("id", source.id).field("uri", source_uri(source.id));
  json.field_or_null("title", source.title).field_or_null("date", source.date).field_or_null("url", source.url);
  json.field("kind", to_string(source.kind)).field("made", to_string(source.made));
  json.field_or_null("author", source.author).field_or_null("issuer", source.issuer);
  json.field_or_null("language", source.language);
  json.field("utterances", source.utterances).field("words", source.words).end_object();
}

}  // namespace

std::size_t count_or(text::JsonValue value, std::size_t otherwise) {
  auto const number = value.number();
  return number ? static_cast<std::size_t>(*number) : otherwise;
}

std::size_t offset_of_cursor(std::string_view cursor) {
  if (cursor.empty()) return 0;
  std::size_t offset = 0;
  auto const [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), offset);
  if (error != std::errc{} || end != cursor.data() + cursor.size())
    throw Error("\"" + std::string(cursor.substr(0, 40)) + "\" is no cursor; give one that came with a page, or none");
  return offset;
}

std::string search_sources(ServedStore& store, ToolCall const& call) {
  auto const& arguments = call.arguments;
  auto const& opened = store.store();
  Store::Reading const reading(opened, [&] { return call.call.is_cancelled(); });
  text::JsonWriter json;
  json.begin_object().key("passages").begin_array();
  for (auto const& passage : search(opened, arguments["words"].string(), arguments["speaker"].string(),
                                    count_or(arguments["limit"], passages_by_default)))
    match::write_json(json, passage);
  return json.end_array().end_object().take();
}

std::string list_sources(ServedStore& store, ToolCall const& call) {
  auto const sources = store.store().sources();
  auto const first = std::min(offset_of_cursor(call.arguments["cursor"].string()), sources.size());
  auto const last = std::min(first + count_or(call.arguments["limit"], sources_by_default), sources.size());
  text::JsonWriter json;
  json.begin_object().key("sources").begin_array();
  for (auto i = first; i < last; ++i) write_source(json, sources[i]);
  json.end_array().field("total", sources.size());
  if (last < sources.size()) json.field("next_cursor", std::to_string(last));
  return json.end_object().take();
}

std::string explain_verdict(ToolCall const& call) {
  auto const name = call.arguments["name"].string();
  auto const page = page_named(name);
  if (page.text.empty()) throw Error("explain_verdict: " + unknown_page(name));
  text::JsonWriter json;
  return json.begin_object().field("name", page.name).field("page", page.text).end_object().take();
}

}  // namespace quoth::tools
