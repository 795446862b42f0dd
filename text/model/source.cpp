// SPDX-License-Identifier: MIT
#include "quoth/source.hpp"

#include <algorithm>
#include <array>

namespace quoth {

namespace {

constexpr std::array<std::string_view, 7> names{"spoken", "edited", "prepared", "captions", "asr", "written", "ocr"};
constexpr std::array<std::string_view, 2> kinds{"transcript", "document"};

template <typename Value, std::size_t count>
std::optional<Value> value_named(std::array<std::string_view, count> const& all, std::string_view name) {
  auto const* found = std::ranges::find(all, name);
  if (found == all.end()) return std::nullopt;
  return static_cast<Value>(found - all.begin());
}

}  // namespace

std::string_view to_string(Made made) { return names.at(static_cast<std::size_t>(made)); }

std::optional<Made> made_named(std::string_view name) { return value_named<Made>(names, name); }

std::string_view to_string(SourceKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

std::optional<SourceKind> source_kind_named(std::string_view name) { return value_named<SourceKind>(kinds, name); }

bool is_machine_made(Made made) { return made == Made::asr || made == Made::ocr; }

}  // namespace quoth
