// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/editor_settings.hpp"

#include <string_view>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

std::string text_of(text::JsonValue object, std::string_view name, std::string const& otherwise) {
  auto const value = object[name];
  if (!value) return otherwise;
  if (!value.is_string()) throw Error("the setting quoth." + std::string(name) + " must be a string");
  return std::string(value.string());
}

}  // namespace

EditorSettings with_settings(EditorSettings settings, text::JsonValue object) {
  settings.store = text_of(object, "store", settings.store);
  settings.policy = text_of(object, "policy", settings.policy);
  if (auto const name = text_of(object, "coverage", ""); !name.empty()) {
    settings.coverage = store_coverage_named(name);
    if (!settings.coverage) throw Error("the setting quoth.coverage must be \"complete\" or \"partial\"");
  }
  if (auto const least = object["minConfidence"]) {
    settings.min_confidence = least.is_number() ? least.number() : std::nullopt;
    if (!settings.min_confidence || *settings.min_confidence < 0 || *settings.min_confidence > 1)
      throw Error("the setting quoth.minConfidence must be a number from 0 to 1");
  }
  return settings;
}

}  // namespace quoth::tools
