// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tools/servers/lsp/editor_desk.hpp"

namespace quoth::tools {

// What the client can show of a diagnostic.
struct DiagnosticOptions {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool has_related = false;           // relatedInformation
  bool has_code_description = false;  // codeDescription
};

// The diagnostics of LSP as a JSON array, in the order of the text: what an editor must see and what is to be
// confirmed, at the segment at fault, and ignore comments that cannot be obeyed. An unsure finding is a piece of
// information, not a warning. Related information are the passages, in the files of the sources.
std::string diagnostics_json(CheckedText const& text, EditorDesk& desk, DiagnosticOptions const& options);

// The URI of the page of docs/verdicts on it, as it was installed beside the program; empty where it was not.
std::string const& page_uri(Verdict verdict);

}  // namespace quoth::tools
