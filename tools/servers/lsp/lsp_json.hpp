// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "text/json/json_writer.hpp"
#include "tools/servers/lsp/text_lines.hpp"

namespace quoth::tools {

// {"start": {"line": …, "character": …}, "end": …}
inline void write_range(text::JsonWriter& json, std::string_view name, TextRange const& range) {
  json.key(name).begin_object();
  for (auto const& [key, place] : {std::pair{"start", range.start}, std::pair{"end", range.end}})
    json.key(key).begin_object().field("line", place.line).field("character", place.character).end_object();
  json.end_object();
}

}  // namespace quoth::tools
