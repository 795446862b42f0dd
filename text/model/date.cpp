// SPDX-License-Identifier: MIT
#include "text/model/date.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "text/unicode/ascii.hpp"

namespace quoth::text {

namespace {

constexpr std::string_view date_shape = "dddd-dd-dd";
constexpr std::string_view date_shape_of_digits = "dddddddd";

// Whether the text begins with the shape, where d stands for a digit.
bool starts_with_shape(std::string_view text, std::string_view shape) {
  return text.size() >= shape.size() && std::ranges::equal(text.substr(0, shape.size()), shape, [](char c, char s) {
           return s == 'd' ? is_ascii_digit(c) : c == s;
         });
}

std::string two_digits(std::string_view number) { return (number.size() == 1 ? "0" : "") + std::string(number); }

std::string joined(std::string_view year, unsigned month, std::string_view day) {
  return std::string(year) + "-" + two_digits(std::to_string(month)) + "-" + two_digits(day);
}

template <typename Number>
Number number_in(std::string_view digits) {
  Number value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::chrono::year_month_day in_calendar(Date date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

// By the first three letters, capitals as in "May".
unsigned month_of_abbreviation(std::string_view text) {
  auto const found =
      std::ranges::find_if(month_names, [&](std::string_view name) { return text.starts_with(name.substr(0, 3)); });
  return found == month_names.end() ? 0 : static_cast<unsigned>(found - month_names.begin()) + 1;
}

// RFC 822, as RSS has it: the weekday may be absent.
std::string date_of_mail(std::string_view text) {
  if (auto const comma = text.find(", "); comma < 12) text.remove_prefix(comma + 2);
  auto const day_size = text.find(' ');
  if (day_size != 1 && day_size != 2) return {};
  auto const day = text.substr(0, day_size);
  text.remove_prefix(day_size + 1);
  auto const month = month_of_abbreviation(text);
  auto const space = text.find(' ');
  if (month == 0 || space == text.npos || !starts_with_shape(text.substr(space + 1), "dddd")) return {};
  return joined(text.substr(space + 1, 4), month, day);
}

std::string_view digits_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  auto end = at;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  return text.substr(at, end - at);
}

// The date whose month's name stands at [first, last).
std::string date_around(std::string_view text, std::size_t first, std::size_t last, unsigned month) {
  auto const behind = digits_at(text, last + 1);
  auto const year_behind = digits_at(text, last + 1 + behind.size() + 2);
  if (!behind.empty() && behind.size() <= 2 && year_behind.size() == 4 && text[last + 1 + behind.size()] == ',')
    return joined(year_behind, month, behind);
  auto start = first - std::min<std::size_t>(first, 1);
  while (start > 0 && is_ascii_digit(text[start - 1])) --start;
  auto const before = digits_at(text, start);
  if (before.empty() || before.size() > 2 || behind.size() != 4) return {};
  return joined(behind, month, before);
}

}  // namespace

unsigned month_of(std::string_view name) {
  auto const same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  auto const found =
      std::ranges::find_if(month_names, [&](std::string_view month) { return std::ranges::equal(name, month, same); });
  return found == month_names.end() ? 0 : static_cast<unsigned>(found - month_names.begin()) + 1;
}

std::optional<Date> parse_date(std::string_view date) {
  if (date.size() != date_shape.size() || !starts_with_date(date)) return std::nullopt;
  Date const parts{number_in<int>(date.substr(0, 4)), number_in<unsigned>(date.substr(5, 2)),
                   number_in<unsigned>(date.substr(8, 2))};
  return in_calendar(parts).ok() ? std::optional(parts) : std::nullopt;
}

std::optional<std::int32_t> day_number(std::string_view date) {
  auto const parts = parse_date(date);
  if (!parts) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days(in_calendar(*parts)).time_since_epoch().count());
}

bool starts_with_date(std::string_view text) { return starts_with_shape(text, date_shape); }

std::string date_of_field(std::string_view field) {
  field.remove_prefix(std::min(field.find_first_not_of(" \t\r\n"), field.size()));
  if (starts_with_date(field)) return std::string(field.substr(0, date_shape.size()));
  if (starts_with_shape(field, "dddddddd"))
    return std::string(field.substr(0, 4)) + "-" + std::string(field.substr(4, 2)) + "-" +
           std::string(field.substr(6, 2));
  return date_of_mail(field);
}

std::string date_in_file_name(std::string_view name) {
  constexpr std::string_view first_year = "1900";
  constexpr std::string_view last_year = "2199";
  std::string only;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (at > 0 && is_ascii_digit(name[at - 1])) continue;
    for (auto const shape : {date_shape, date_shape_of_digits}) {
      auto const rest = name.substr(at);
      if (!starts_with_shape(rest, shape) || (rest.size() > shape.size() && is_ascii_digit(rest[shape.size()])))
        continue;
      std::string date(rest.substr(0, shape.size()));
      if (shape == date_shape_of_digits) date.insert(6, "-").insert(4, "-");
      if (!parse_date(date) || date.substr(0, 4) < first_year || date.substr(0, 4) > last_year || date == only)
        continue;
      if (!only.empty()) return {};
      only = date;
    }
  }
  return only;
}

std::string date_in_prose(std::string_view text) {
  for (std::size_t at = 0; at + date_shape.size() <= text.size(); ++at)
    if (starts_with_date(text.substr(at))) return std::string(text.substr(at, date_shape.size()));
  for (unsigned number = 1; number <= month_names.size(); ++number) {
    auto const month = month_names.at(number - 1);
    for (auto at = text.find(month); at != text.npos; at = text.find(month, at + 1)) {
      if (at + month.size() + 1 >= text.size()) break;
      if (auto date = date_around(text, at, at + month.size(), number); !date.empty()) return date;
    }
  }
  return {};
}

}  // namespace quoth::text
