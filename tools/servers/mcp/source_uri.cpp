// SPDX-License-Identifier: MIT
#include "tools/servers/mcp/source_uri.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/bytes/percent_encoding.hpp"

namespace quoth::tools {

namespace {

constexpr std::string_view prefix = "quoth://source/";
constexpr std::string_view from_query = "?from=";

}  // namespace

std::string source_uri(std::string_view id, std::uint32_t from) {
  auto uri = std::string(prefix) + text::percent_encoded(id);
  return from == 0 ? uri : uri.append(from_query) + std::to_string(from);
}

std::optional<SourceUri> parse_source_uri(std::string_view uri) {
  if (!uri.starts_with(prefix)) return std::nullopt;
  uri.remove_prefix(prefix.size());
  SourceUri found;
  if (auto const query = uri.find('?'); query != uri.npos) {
    auto const asked = uri.substr(query);
    auto const number = asked.substr(std::min(from_query.size(), asked.size()));
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), found.from);
    if (!asked.starts_with(from_query) || error != std::errc{} || end != number.data() + number.size())
      return std::nullopt;
    uri = uri.substr(0, query);
  }
  auto id = text::percent_decoded(uri);
  if (!id || id->empty()) return std::nullopt;
  found.id = std::move(*id);
  return found;
}

}  // namespace quoth::tools
