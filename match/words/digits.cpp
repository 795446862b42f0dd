// SPDX-License-Identifier: MIT
#include "match/words/digits.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace quoth::match {

std::optional<Digits> digits_of(std::string_view key) {
  if (key.empty() || key.front() < '0' || key.front() > '9') return std::nullopt;
  Digits digits;
  auto const [end, error] =
      std::from_chars(key.data(), key.data() + key.size(), digits.value, std::chars_format::fixed);
  if (error != std::errc{} || !std::isfinite(digits.value)) return std::nullopt;
  auto const suffix = key.substr(static_cast<std::size_t>(end - key.data()));
  if (suffix.empty()) return digits;
  // "2d" and "3d" are how lawyers and armies write 2nd and 3rd.
  auto const is_short = suffix == "d" && (key.ends_with("2d") || key.ends_with("3d"));
  if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || is_short) {
    digits.ordinal = true;
    return digits;
  }
  if (suffix == "s" && digits.value >= 10 && std::fmod(digits.value, 10) == 0) {
    digits.decade = true;
    return digits;
  }
  double const factor = suffix == "k"                     ? 1e3
                        : suffix == "m" || suffix == "mn" ? 1e6
                        : suffix == "b" || suffix == "bn" ? 1e9
                        : suffix == "tn"                  ? 1e12
                                                          : 0;
  if (factor == 0) return std::nullopt;
  digits.value *= factor;
  return digits;
}

}  // namespace quoth::match
