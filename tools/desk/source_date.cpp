// SPDX-License-Identifier: MIT
#include "tools/desk/source_date.hpp"

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace quoth::tools {

std::optional<std::time_t> source_date() {
  auto const* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return std::nullopt;
  constexpr std::int64_t end_of_year_9999 = 253402300799;
  std::string_view const text(given);
  std::int64_t seconds = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (seconds < 0 || seconds > end_of_year_9999) return std::nullopt;
  return static_cast<std::time_t>(seconds);
}

}  // namespace quoth::tools
