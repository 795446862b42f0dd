// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quoth {

// The number of a day written YYYY-MM-DD, counted from 1970-01-01; nothing where it is no day of the calendar.
std::optional<std::int32_t> days_of(std::string_view date);

}  // namespace quoth
