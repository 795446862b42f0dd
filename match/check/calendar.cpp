// SPDX-License-Identifier: MIT
#include "match/check/calendar.hpp"

#include <charconv>
#include <chrono>

namespace quoth {

std::optional<std::int32_t> days_of(std::string_view date) {
  if (date.size() != 10) return std::nullopt;
  auto const number = [&](std::size_t at, std::size_t size) {
    int value = -1;
    std::from_chars(date.data() + at, date.data() + at + size, value);
    return value;
  };
  std::chrono::year_month_day const day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!day.ok()) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count());
}

}  // namespace quoth
