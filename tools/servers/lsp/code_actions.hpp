// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "tools/servers/lsp/editor_desk.hpp"

namespace quoth::tools {

// The quick fixes of LSP, as a JSON array, for the findings that meet the range: the words as spoken, an ellipsis where
// words are left out, an ignore comment behind the paragraph's line whose reason is still to be written. Each is there
// only where it is beyond doubt what to write.
std::string code_actions_json(CheckedText const& text, EditorDesk& desk, std::string_view uri, TextRange const& range,
                              PositionEncoding encoding);

}  // namespace quoth::tools
