// SPDX-License-Identifier: MIT
#include "text/json/json_writer.hpp"
#include "tools/quotes/quote_json.hpp"
#include "tools/servers/mcp/tool_functions.hpp"

namespace quoth::tools {

std::string get_quote(ServedStore& store, ToolCall const& call) {
  constexpr std::size_t quotes_by_default = 5;
  auto const& arguments = call.arguments;
  QuoteQuery query;
  query.words = arguments["words"].string();
  query.source = arguments["source"].string();
  if (auto const number = arguments["utterance"].number()) query.utterance = static_cast<std::uint32_t>(*number);
  query.time = arguments["time"].number();
  query.speaker = arguments["speaker"].string();
  query.context = count_or(arguments["context"], 0);
  query.limit = count_or(arguments["limit"], quotes_by_default);
  auto const& opened = store.store();
  Store::Reading const reading(opened, [&] { return call.call.is_cancelled(); });
  text::JsonWriter json;
  json.begin_object().key("quotes").begin_array();
  for (auto const& quote : find_quotes(opened, query)) write_json(json, quote);
  return json.end_array().end_object().take();
}

}  // namespace quoth::tools
