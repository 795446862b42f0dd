// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::text {

// Dates are text of the form YYYY-MM-DD (ISO 8601) everywhere: in files, in stores and in reports.

// The months in English, January first.
inline constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};

// The number of a month by its English name in full, whatever its capitals: 1 for January; 0 for any other word.
unsigned month_of(std::string_view name);

// A day of the calendar.
struct Date {
  int year = 0;
  unsigned month = 0;  // 1 to 12
  unsigned day = 0;    // 1 to 31
};

// Nothing where the text is no date of that form or no day of the calendar.
std::optional<Date> parse_date(std::string_view date);

// Days from 1970-01-01 to the date; nothing where `parse_date` gives nothing.
std::optional<std::int32_t> day_number(std::string_view date);

// Whether the text begins with four digits, two and two with a dash between, be it a day of the calendar or not.
bool starts_with_date(std::string_view text);

// The date that a field of a file gives: "2031-05-06T10:00:00Z", "20310506T100000Z" or, as RFC 822 has it,
// "Tue, 06 May 2031 10:00:00 GMT". Empty for anything else.
std::string date_of_field(std::string_view field);

// The date in the name of a file, "2031-05-12-council.txt", "GMT20310512-170003_Recording.transcript.vtt": the only one
// there, with no digit beside it, of the years 1900 to 2199. Empty where there is none, or several.
std::string date_in_file_name(std::string_view name);

// The first date in prose: "2031-05-06", else "May 6, 2031" or "6 May 2031"; empty where there is none.
std::string date_in_prose(std::string_view text);

}  // namespace quoth::text
