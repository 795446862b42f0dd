// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tools/servers/json_rpc_loop.hpp"
#include "tools/servers/mcp/mcp_tools.hpp"
#include "tools/servers/served_store.hpp"

namespace quoth::tools {

// A server of the Model Context Protocol (https://modelcontextprotocol.io) over one store: its tools and resources are
// the methods of a JSON-RPC loop, whose options are `mcp_options`. It must live as long as the loop runs.
class McpServer {
 public:
  McpServer(JsonRpcLoop& loop, ServedOptions options);
  McpServer(McpServer const&) = delete;
  McpServer& operator=(McpServer const&) = delete;
  ~McpServer() = default;

 private:
  void add_tools();
  void add_resources();
  std::string call_tool(RpcCall const& call);
  ProgressTeller teller_of(RpcCall const& call);

  JsonRpcLoop& loop_;
  ServedStore store_;
  McpTools tools_;
};

// A message a line, and a request that is cancelled has no answer.
JsonRpcOptions mcp_options();

}  // namespace quoth::tools
