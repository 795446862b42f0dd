// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tools/servers/lsp/editor_desk.hpp"

namespace quoth::tools {

// What an edit is of, and how the client takes it.
struct EditOptions {
  OpenDocument const& document;
  PositionEncoding encoding = PositionEncoding::utf16;
  bool has_version = false;  // it may name the version of the document
};

// The quick fixes of LSP, as a JSON array, for the findings that meet the range: the words as spoken, an ellipsis where
// words are left out, an ignore comment for the paragraph whose reason is still to be written. Each is there only where
// it is beyond doubt what to write.
std::string code_actions_json(CheckedText const& text, EditorDesk& desk, EditOptions const& options,
                              TextRange const& range);

}  // namespace quoth::tools
