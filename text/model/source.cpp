// SPDX-License-Identifier: MIT
#include "quoth/source.hpp"

#include <algorithm>
#include <array>

namespace quoth {

namespace {
constexpr std::array<std::string_view, 5> kind_names{"spoken", "edited", "prepared", "captions", "asr"};
}

std::string_view to_string(TranscriptKind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

std::optional<TranscriptKind> transcript_kind(std::string_view name) {
  auto const* found = std::ranges::find(kind_names, name);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<TranscriptKind>(found - kind_names.begin());
}

}  // namespace quoth
