// SPDX-License-Identifier: MIT
#include "text/articles/dates.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace quoth {

namespace {

bool fits(std::string_view text, std::string_view shape) {
  if (text.size() < shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    bool const digit = std::isdigit(static_cast<unsigned char>(text[i])) != 0;
    if (shape[i] == 'd' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

std::string month_number(std::string_view name) {
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (name.starts_with(months.at(i))) return (i < 9 ? "0" : "") + std::to_string(i + 1);
  }
  return {};
}

// The date format of e-mail (RFC 822), which RSS uses; the weekday may be absent.
std::string day_of_mail_date(std::string_view text) {
  if (auto const comma = text.find(", "); comma < 12) text.remove_prefix(comma + 2);
  auto const day_size = text.find(' ');
  if (day_size != 1 && day_size != 2) return {};
  auto const month = month_number(text.substr(day_size + 1));
  auto const year = text.substr(day_size + 1).find(' ');
  if (month.empty() || year == text.npos || !fits(text.substr(day_size + year + 2), "dddd")) return {};
  auto const day = std::string(day_size == 1 ? "0" : "") + std::string(text.substr(0, day_size));
  return std::string(text.substr(day_size + year + 2, 4)) + "-" + month + "-" + day;
}

}  // namespace

std::string day_of(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (fits(text, "dddd-dd-dd")) return std::string(text.substr(0, 10));
  if (fits(text, "dddddddd")) {
    return std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6, 2));
  }
  return day_of_mail_date(text);
}

}  // namespace quoth
