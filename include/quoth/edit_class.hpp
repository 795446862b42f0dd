// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace quoth {

/// What a difference between quotation and passage is: the rows of edit_classes.def, in their order.
enum class EditClass : std::uint8_t {
#define QUOTH_EDIT_CLASS(id, name, ap, ap_cost, strict, strict_cost, broadcast, broadcast_cost, meaning) id,
#include "quoth/edit_classes.def"
};

inline constexpr std::array all_edit_classes{
#define QUOTH_EDIT_CLASS(id, name, ap, ap_cost, strict, strict_cost, broadcast, broadcast_cost, meaning) EditClass::id,
#include "quoth/edit_classes.def"
};

/// The name in JSON, in policies and in docs/edits: "content-word".
std::string_view to_string(EditClass edit_class);
/// Nothing where no class has that name.
std::optional<EditClass> edit_class_named(std::string_view name);
/// What it is, on one line.
std::string_view meaning_of(EditClass edit_class);

}  // namespace quoth
