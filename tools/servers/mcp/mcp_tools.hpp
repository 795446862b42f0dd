// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "text/json/json_value.hpp"
#include "tools/servers/rpc_call.hpp"
#include "tools/servers/served_store.hpp"

namespace quoth::tools {

// How a tool tells its caller how far it is; empty where the caller did not ask.
using ProgressTeller = std::function<void(std::size_t done, std::size_t all)>;

// What a tool works with. Its arguments are as its schema says.
struct ToolCall {
  text::JsonValue arguments;
  RpcCall call;
  ProgressTeller tell;
};

// The tools of the server: what mcp-tools.json describes, over one store.
class McpTools {
 public:
  explicit McpTools(ServedStore& store);

  // The array that tools/list gives.
  static std::string_view descriptions();
  bool has(std::string_view name) const { return tools_.contains(name); }
  // The result of tools/call. What the tool cannot do is a result that says so, as MCP has it; throws RpcCancelled
  // alone.
  std::string call(std::string_view name, ToolCall const& call);

 private:
  // Gives its structured content as JSON; throws Error.
  using Tool = std::function<std::string(ToolCall const&)>;

  std::string answer(std::string_view name, ToolCall const& call);

  ServedStore& store_;
  text::JsonDocument schemas_;
  std::map<std::string, Tool, std::less<>> tools_;
};

// The result of a tool that failed.
std::string tool_error(std::string_view why);

}  // namespace quoth::tools
