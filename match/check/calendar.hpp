// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quoth {

// The day number, counted from 1970-01-01, of a date written YYYY-MM-DD; nothing where it is not a valid date.
std::optional<std::int32_t> days_of(std::string_view date);

}  // namespace quoth
