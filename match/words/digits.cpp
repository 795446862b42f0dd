// SPDX-License-Identifier: MIT
#include "match/words/digits.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include "text/unicode/ascii.hpp"

namespace quoth::match {

namespace {

// Takes a number off the front of the key.
std::optional<double> take_number(std::string_view& key) {
  double value = 0;
  auto const [end, error] = std::from_chars(key.data(), key.data() + key.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
  key.remove_prefix(static_cast<std::size_t>(end - key.data()));
  return value;
}

// Takes "31/2" off the front, the key of "3½": the digit before the stroke is the numerator.
std::optional<double> take_fraction(std::string_view& key, std::size_t stroke) {
  auto whole = key.substr(0, stroke - 1);
  double const numerator = key[stroke - 1] - '0';
  key.remove_prefix(stroke + 1);
  auto const denominator = take_number(key);
  auto const before = whole.empty() ? std::optional(0.0) : take_number(whole);
  if (!denominator || *denominator == 0 || !before || !whole.empty()) return std::nullopt;
  return *before + numerator / *denominator;
}

}  // namespace

std::optional<Digits> digits_of(std::string_view key) {
  if (key.empty() || !text::is_ascii_digit(key.front())) return std::nullopt;
  auto suffix = key;
  auto const stroke = key.find('/');
  bool const is_fraction = stroke != key.npos && text::is_ascii_digit(key[stroke - 1]);
  auto const value = is_fraction ? take_fraction(suffix, stroke) : take_number(suffix);
  if (!value) return std::nullopt;
  Digits digits;
  digits.value = *value;
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

std::size_t figures_before_unit(std::string_view key) {
  static constexpr std::array<std::string_view, 14> units{"am", "pm",  "km", "kg",  "cm", "mm", "ft",
                                                          "lb", "lbs", "oz", "mph", "kw", "mw", "gb"};
  auto unit = key;
  if (key.empty() || !text::is_ascii_digit(key.front()) || !take_number(unit)) return 0;
  return std::ranges::find(units, unit) == units.end() ? 0 : key.size() - unit.size();
}

}  // namespace quoth::match
