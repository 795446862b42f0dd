// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "text/json/json_value.hpp"

namespace quoth::tools {

// What is wrong with the arguments of a tool, as one line that says which and what is wanted; empty where they are as
// the schema of its input says. Of JSON Schema it knows what mcp-tools.json uses: properties and required, type
// (string, integer, number), enum, minLength, maxLength, minimum, maximum; nothing else is allowed.
std::string fault_of_arguments(text::JsonValue schema, text::JsonValue arguments);

}  // namespace quoth::tools
