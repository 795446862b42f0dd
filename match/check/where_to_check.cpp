// SPDX-License-Identifier: MIT
#include "match/check/where_to_check.hpp"

namespace quoth::match {

namespace {

std::string two_digits(long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string place_of(std::string const& page, std::uint32_t line) {
  auto place = page.empty() ? std::string() : "page " + page;
  if (line != 0) place += (place.empty() ? "line " : ", line ") + std::to_string(line);
  return place;
}

}  // namespace

std::string clock_time(double seconds) {
  constexpr long longest = 1000L * 3600;
  auto const whole = seconds > 0 ? seconds < longest ? static_cast<long>(seconds) : longest : 0;
  auto const hours = whole / 3600;
  auto const minutes = whole / 60 % 60;
  auto const shown = hours > 0 ? std::to_string(hours) + ":" + two_digits(minutes) : std::to_string(minutes);
  return shown + ":" + two_digits(whole % 60);
}

std::string pages_and_lines(PrintedRange const& printed) {
  auto first = place_of(printed.page, printed.line);
  auto const last = place_of(printed.last_page, printed.last_line);
  if (last.empty() || last == first) return first;
  if (printed.page != printed.last_page) return first + " to " + last;
  auto const page = printed.page.empty() ? std::string() : "page " + printed.page + ", ";
  return page + "lines " + std::to_string(printed.line) + " to " + std::to_string(printed.last_line);
}

std::string place_to_check(Evidence const& evidence, Edit const& edit) {
  if (evidence.made == Made::ocr) return evidence.printed.empty() ? "the page" : pages_and_lines(evidence.printed);
  if (edit.time) return "the recording at " + clock_time(*edit.time);
  if (evidence.time) return "the recording from " + clock_time(*evidence.time) + " on";
  return "the recording";
}

std::string where_to_check(Evidence const& evidence, Edit const& edit) {
  return "check " + place_to_check(evidence, edit);
}

}  // namespace quoth::match
