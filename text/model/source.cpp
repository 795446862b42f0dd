// SPDX-License-Identifier: MIT
#include "quoth/source.hpp"

#include <algorithm>
#include <array>

namespace quoth {

namespace {
constexpr std::array<std::string_view, 7> names{"spoken", "edited", "prepared", "captions", "asr", "written", "ocr"};
}

std::string_view to_string(Made made) { return names.at(static_cast<std::size_t>(made)); }

std::optional<Made> made_named(std::string_view name) {
  auto const* found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Made>(found - names.begin());
}

bool is_machine_made(Made made) { return made == Made::asr || made == Made::ocr; }

}  // namespace quoth
