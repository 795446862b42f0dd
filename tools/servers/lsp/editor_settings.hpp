// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "quoth/store_coverage.hpp"
#include "text/json/json_value.hpp"

namespace quoth::tools {

// What the command line or the editor sets. It goes before quoth.toml; what is empty is left to that.
struct EditorSettings {
  std::string store;   // a path, relative to the folder of the workspace
  std::string policy;  // a built-in one, or a path as above
  std::optional<StoreCoverage> coverage{};
  std::optional<double> min_confidence{};

  friend bool operator==(EditorSettings const&, EditorSettings const&) = default;
};

// `settings` with what the object says: "store", "policy", "coverage", "minConfidence". Other members are left alone:
// editors send settings of newer servers too. Throws Error, one line for the user, for a value that cannot be.
EditorSettings with_settings(EditorSettings settings, text::JsonValue object);

}  // namespace quoth::tools
