// SPDX-License-Identifier: MIT
#include "quoth/edit_class.hpp"

#include <algorithm>

namespace quoth {

namespace {

struct Row {
  std::string_view id;
  std::string_view name;
  std::string_view meaning;
};

constexpr std::array rows{
#define QUOTH_EDIT_CLASS(id, name, ap, ap_cost, strict, strict_cost, broadcast, broadcast_cost, meaning) \
  Row{#id, name, meaning},
#include "quoth/edit_classes.def"
};

// The enumerator is the name with "_" for "-".
constexpr bool agrees(Row const& row) {
  return std::ranges::equal(row.id, row.name, {}, [](char c) { return c == '_' ? '-' : c; });
}
static_assert(std::ranges::all_of(rows, agrees), "an edit class has an enumerator of another name");

Row const& row_of(EditClass edit_class) { return rows.at(static_cast<std::size_t>(edit_class)); }

}  // namespace

std::string_view to_string(EditClass edit_class) { return row_of(edit_class).name; }

std::optional<EditClass> edit_class_named(std::string_view name) {
  auto const* const found = std::ranges::find(rows, name, &Row::name);
  if (found == rows.end()) return std::nullopt;
  return static_cast<EditClass>(found - rows.begin());
}

std::string_view meaning_of(EditClass edit_class) { return row_of(edit_class).meaning; }

}  // namespace quoth
