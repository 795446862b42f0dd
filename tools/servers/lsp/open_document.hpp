// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/json/json_value.hpp"
#include "tools/servers/lsp/text_lines.hpp"

namespace quoth::tools {

// A document as it stands in the editor, which the file on disk need not be.
struct OpenDocument {
  std::string uri;
  std::string format;  // of its language, as --input-format takes it
  std::int64_t version = 0;
  std::string text;  // valid UTF-8
};

// The format of articles that a language identifier of LSP stands for; empty for languages that hold no articles.
std::string_view format_of_language(std::string_view language);

// Makes the changes that didChange tells, one after the other. Throws RpcError, leaving the text alone, where one has
// no text or no place.
void apply_changes(std::string& text, text::JsonValue changes, PositionEncoding encoding);

// The range of a member that holds one; nothing where it does not.
std::optional<TextRange> range_in(text::JsonValue range);
std::optional<TextPlace> place_in(text::JsonValue position);

// The file of a file: URI of this machine; nothing for other ones, such as untitled: documents.
std::optional<std::filesystem::path> path_of_uri(std::string_view uri);
// The URI of an absolute path.
std::string uri_of_path(std::filesystem::path const& path);

}  // namespace quoth::tools
