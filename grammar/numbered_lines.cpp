// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "transcript_lines.hpp"

namespace quoth {

namespace {

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\r' || c == U'\f' || c == U'\u00A0'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Pages have 25 lines, now and then a few more.
constexpr std::size_t most_lines = 32;

struct PrintedLine {
  std::u32string_view text;  // without number and blanks
  std::size_t indent = 0;    // of the text, in columns
  std::optional<std::size_t> number;
  bool lone_number = false;
};

PrintedLine printed_line(std::u32string_view line) {
  PrintedLine result;
  std::size_t at = 0;
  while (at < line.size() && is_blank(line[at])) ++at;
  auto const digits = at;
  while (at < line.size() && is_digit(line[at])) ++at;
  bool const ends = at == line.size() || is_blank(line[at]);
  if (at > digits && at - digits <= 6 && ends) {
    std::size_t number = 0;
    for (auto i = digits; i < at; ++i) number = number * 10 + (line[i] - U'0');
    result.number = number;
  } else {
    at = digits;
  }
  auto const after_number = at;
  while (at < line.size() && is_blank(line[at])) ++at;
  // "50 people" in the middle of unnumbered prose: a number and its line stand apart.
  if (result.number && at < line.size() && at - after_number < 2) {
    result.number.reset();
    at = digits;
  }
  result.indent = at;
  auto last = line.size();
  while (last > at && is_blank(line[last - 1])) --last;
  result.text = line.substr(at, last - at);
  result.lone_number = result.number && result.text.empty();
  return result;
}

std::vector<PrintedLine> printed_lines(std::u32string_view text) {
  std::vector<PrintedLine> lines;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find(U'\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    lines.push_back(printed_line(line));
  }
  return lines;
}

// Lets only numbers that count up from one stay; others are numbers of pages.
std::size_t keep_counted(std::vector<PrintedLine>& lines) {
  std::size_t counted = 0;
  std::size_t last = 0;
  for (auto& line : lines) {
    if (!line.number) continue;
    bool const counts = *line.number <= most_lines && (*line.number == last + 1 || *line.number == 1);
    if (counts) {
      last = *line.number;
      ++counted;
    } else {
      line.number.reset();
    }
  }
  return counted;
}

std::size_t usual_indent(std::vector<PrintedLine> const& lines) {
  std::map<std::size_t, std::size_t> count;
  for (auto const& line : lines) {
    if (line.number && !line.text.empty()) ++count[line.indent];
  }
  auto const most = std::ranges::max_element(count, {}, [](auto const& entry) { return entry.second; });
  return most == count.end() ? 0 : most->first;
}

}  // namespace

std::optional<std::vector<TranscriptLine>> lines_without_numbers(std::u32string_view text) {
  auto lines = printed_lines(text);
  auto const counted = keep_counted(lines);
  auto const filled = static_cast<std::size_t>(
      std::ranges::count_if(lines, [](PrintedLine const& line) { return !line.text.empty() || line.lone_number; }));
  if (counted < 10 || counted * 2 < filled) return std::nullopt;
  auto const base = usual_indent(lines);
  std::vector<TranscriptLine> result;
  for (auto const& line : lines) {
    if (!line.text.empty()) result.push_back({line.text, line.indent >= base + 3, false});
  }
  return result;
}

}  // namespace quoth
