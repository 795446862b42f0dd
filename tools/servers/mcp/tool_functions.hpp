// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tools/servers/mcp/mcp_tools.hpp"

namespace quoth::tools {

// One function a tool: its structured content, as mcp-tools.json describes it. They throw Error, one line for the user.
std::string check_text(ServedStore& store, ToolCall const& call);
std::string get_quote(ServedStore& store, ToolCall const& call);
std::string search_sources(ServedStore& store, ToolCall const& call);
std::string list_sources(ServedStore& store, ToolCall const& call);
std::string explain_verdict(ToolCall const& call);

// A whole number that may be left out.
std::size_t count_or(text::JsonValue value, std::size_t otherwise);
// The place in a list where a page begins: empty is its beginning. Throws Error for what is no cursor of ours.
std::size_t offset_of_cursor(std::string_view cursor);

}  // namespace quoth::tools
