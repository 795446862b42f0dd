// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::tools {

// The URI of a source, quoth://source/ID, with all but letters, digits and -._~ of the id percent-encoded (RFC 3986).
// Where it is not read from its beginning, "?from=" and the number of an utterance follows.
std::string source_uri(std::string_view id, std::uint32_t from = 0);

struct SourceUri {
  std::string id;
  std::uint32_t from = 0;  // the first utterance to be read
};
// Nothing for what is no such URI.
std::optional<SourceUri> parse_source_uri(std::string_view uri);

}  // namespace quoth::tools
