// SPDX-License-Identifier: MIT
#include "match/words/narrator_tag.hpp"

#include <cstdint>
#include <optional>

namespace quoth::match {

namespace {

constexpr std::string_view opening = "“";
constexpr std::string_view closing = "”";
constexpr std::size_t longest_tag = 100;  // bytes

}  // namespace

std::vector<ByteSpan> narrator_tags(std::string_view utf8) {
  std::vector<ByteSpan> tags;
  bool inside = false;
  std::optional<std::size_t> closed;  // the end of the last closing mark
  for (std::size_t at = 0; at < utf8.size();) {
    auto const rest = utf8.substr(at);
    auto const straight = rest.front() == '"';
    auto const opens = rest.starts_with(opening) || (straight && !inside);
    if (!opens && !straight && !rest.starts_with(closing)) {
      if (rest.front() == '\n') closed.reset();
      ++at;
      continue;
    }
    auto const size = straight ? 1 : opening.size();
    if (opens && closed && at - *closed <= longest_tag)
      tags.push_back({static_cast<std::uint32_t>(*closed), static_cast<std::uint32_t>(at)});
    at += size;
    inside = opens;
    if (opens) {
      closed.reset();
    } else {
      closed = at;
    }
  }
  return tags;
}

}  // namespace quoth::match
