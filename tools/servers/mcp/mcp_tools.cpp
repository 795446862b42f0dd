// SPDX-License-Identifier: MIT
#include "tools/servers/mcp/mcp_tools.hpp"

#include <algorithm>

#include "mcp_documents.hpp"
#include "quoth/error.hpp"
#include "text/json/json_writer.hpp"
#include "tools/servers/mcp/tool_functions.hpp"
#include "tools/servers/mcp/tool_schema.hpp"

namespace quoth::tools {

namespace {

constexpr std::size_t schema_depth = 32;

// As JSON text is both the text and the structure of the result.
std::string tool_result(std::string const& content) {
  return R"({"content":[{"type":"text","text":)" + text::json_string(content) + R"(}],"structuredContent":)" + content +
         R"(,"isError":false})";
}

}  // namespace

McpTools::McpTools(ServedStore& store) : store_(store), schemas_(embedded::mcp_tools, schema_depth, "mcp-tools.json") {
  tools_["check_text"] = [this](ToolCall const& call) { return check_text(store_, call); };
  tools_["get_quote"] = [this](ToolCall const& call) { return get_quote(store_, call); };
  tools_["search"] = [this](ToolCall const& call) { return search_sources(store_, call); };
  tools_["list_sources"] = [this](ToolCall const& call) { return list_sources(store_, call); };
  tools_["explain_verdict"] = explain_verdict;
}

std::string_view McpTools::descriptions() {
  static auto const on_one_line = [] {
    std::string text(embedded::mcp_tools);
    std::ranges::replace(text, '\n', ' ');
    return text;
  }();
  return on_one_line;
}

std::string McpTools::call(std::string_view name, ToolCall const& call) {
  try {
    return tool_result(answer(name, call));
  } catch (StoreError const& error) {
    call.call.stop_if_cancelled();  // which may be why the store stopped
    store_.close();
    return tool_error(error.what());
  } catch (Error const& error) {
    call.call.stop_if_cancelled();
    return tool_error(error.what());
  }
}

std::string McpTools::answer(std::string_view name, ToolCall const& call) {
  text::JsonValue schema;
  schemas_.root().each([&](text::JsonValue tool) {
    if (tool["name"].string() == name) schema = tool["inputSchema"];
  });
  if (auto const fault = fault_of_arguments(schema, call.arguments); !fault.empty())
    throw Error(std::string(name) + ": " + fault);
  return tools_.find(name)->second(call);
}

std::string tool_error(std::string_view why) {
  return R"({"content":[{"type":"text","text":)" + text::json_string(why) + R"(}],"isError":true})";
}

}  // namespace quoth::tools
