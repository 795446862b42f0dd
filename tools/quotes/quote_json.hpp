// SPDX-License-Identifier: MIT
#pragma once

#include "text/json/json_writer.hpp"
#include "tools/quotes/source_quote.hpp"

namespace quoth::tools {

// The object that docs/mcp.md describes as a quotation of a source.
void write_json(text::JsonWriter& json, SourceQuote const& quote);

}  // namespace quoth::tools
