// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tools/servers/lsp/editor_desk.hpp"

namespace quoth::tools {

// A Hover of LSP as JSON for the quotation at that place: its verdict, what is to be done, and the passage with the
// words around it; `null` where no quotation stands there. Markdown in which no word of the article or of a source is
// markup, else plain text.
std::string hover_json(CheckedText const& text, TextPlace place, PositionEncoding encoding, bool in_markdown);

}  // namespace quoth::tools
