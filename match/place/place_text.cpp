// SPDX-License-Identifier: MIT
#include "match/place/place_text.hpp"

#include "match/edits/shortened.hpp"

namespace quoth::match {

namespace {

constexpr std::size_t longest_heading = 80;  // bytes

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

std::string place_in_words(Evidence const& evidence) {
  auto place = pages_and_lines(evidence.printed);
  auto const add = [&](std::string const& more) { place += (place.empty() ? "" : ", ") + more; };
  if (!evidence.heading.empty()) add("under ‘" + shortened(evidence.heading, longest_heading) + "’");
  if (evidence.paragraph != 0) add("paragraph " + std::to_string(evidence.paragraph));
  return place;
}

}  // namespace quoth::match
