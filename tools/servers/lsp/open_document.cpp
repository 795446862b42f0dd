// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/open_document.hpp"

#include <array>
#include <limits>
#include <utility>

#include "text/bytes/percent_encoding.hpp"
#include "tools/servers/lsp/edited_text.hpp"
#include "tools/servers/rpc_message.hpp"

namespace quoth::tools {

namespace {

constexpr std::string_view file_scheme = "file://";

// LSP's unsigned integers have 31 bits.
std::optional<std::uint32_t> whole_number(text::JsonValue value) {
  constexpr double most = std::numeric_limits<std::int32_t>::max();
  auto const number = value.is_number() ? value.number() : std::nullopt;
  if (!number || *number < 0 || *number > most) return std::nullopt;
  return static_cast<std::uint32_t>(*number);
}

void apply_change(EditedText& text, text::JsonValue change, PositionEncoding encoding) {
  auto const new_text = change["text"];
  if (!new_text.is_string()) throw RpcError(rpc_code::invalid_params, "a change has no \"text\"");
  if (!change["range"]) {
    text = EditedText(std::string(new_text.string()), encoding);
    return;
  }
  auto const range = range_in(change["range"]);
  if (!range) throw RpcError(rpc_code::invalid_params, "a change has no \"range\" with a start and an end");
  if (!text.replace(*range, new_text.string()))
    throw RpcError(rpc_code::invalid_params, "the range of a change ends before it starts");
}

}  // namespace

std::string_view format_of_language(std::string_view language) {
  // The identifiers of VS Code's extensions and of Vim's and Emacs' modes for what people write prose in.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> formats{{
      {"markdown", "markdown"},
      {"gfm", "markdown"},
      {"mdx", "markdown"},
      {"quarto", "markdown"},
      {"rmd", "markdown"},
      {"plaintext", "text"},
      {"text", "text"},
      {"html", "html"},
      {"xhtml", "html"},
      {"mhtml", "html"},
  }};
  for (auto const& [name, format] : formats)
    if (name == language) return format;
  return {};
}

void apply_changes(std::string& text, text::JsonValue changes, PositionEncoding encoding) {
  EditedText edited(text, encoding);
  changes.each([&](text::JsonValue change) { apply_change(edited, change, encoding); });
  text = edited.text();
}

std::optional<TextPlace> place_in(text::JsonValue position) {
  auto const line = whole_number(position["line"]);
  auto const character = whole_number(position["character"]);
  if (!line || !character) return std::nullopt;
  return TextPlace{*line, *character};
}

std::optional<TextRange> range_in(text::JsonValue range) {
  auto const start = place_in(range["start"]);
  auto const end = place_in(range["end"]);
  if (!start || !end) return std::nullopt;
  return TextRange{*start, *end};
}

std::optional<std::filesystem::path> path_of_uri(std::string_view uri) {
  if (!uri.starts_with(file_scheme)) return std::nullopt;
  uri.remove_prefix(file_scheme.size());
  if (uri.starts_with("localhost/")) uri.remove_prefix(std::string_view("localhost").size());
  auto path = text::percent_decoded(uri.substr(0, uri.find_first_of("?#")));
  if (!path || !path->starts_with('/') || path->find('\0') != path->npos) return std::nullopt;
  return std::filesystem::path(std::move(*path)).lexically_normal();
}

std::string uri_of_path(std::filesystem::path const& path) {
  return std::string(file_scheme) + text::percent_encoded(path.generic_string(), "/");
}

}  // namespace quoth::tools
