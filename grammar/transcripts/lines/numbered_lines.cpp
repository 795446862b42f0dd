// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "grammar/transcripts/lines/transcript_lines.hpp"
#include "text/unicode/ascii.hpp"
#include "text/words/lines.hpp"

namespace quoth::transcripts {

namespace {

// On a page. Courts print 25, now and then a few more.
constexpr std::size_t most_lines = 32;

struct NumberedLine {
  std::u32string_view whole;
  std::u32string_view text;  // without number and blanks
  std::size_t indent = 0;    // of the text, in columns
  std::optional<std::size_t> number;
  bool lone_number = false;
  std::size_t page = 0;  // counted from 1; 0 between pages
};

NumberedLine printed_line(std::u32string_view line) {
  NumberedLine result;
  result.whole = line;
  std::size_t at = 0;
  while (at < line.size() && text::is_blank(line[at])) ++at;
  auto const digits = at;
  while (at < line.size() && text::is_ascii_digit(line[at])) ++at;
  bool const ends = at == line.size() || text::is_blank(line[at]);
  if (at > digits && at - digits <= 6 && ends) {
    std::size_t number = 0;
    for (auto i = digits; i < at; ++i) number = number * 10 + (line[i] - U'0');
    result.number = number;
  } else {
    at = digits;
  }
  auto const after_number = at;
  while (at < line.size() && text::is_blank(line[at])) ++at;
  // "50 people" in prose without line numbers: a line number is at least two blanks away from its line.
  if (result.number && at < line.size() && at - after_number < 2) {
    result.number.reset();
    at = digits;
  }
  result.indent = at;
  auto last = line.size();
  while (last > at && text::is_blank(line[last - 1])) --last;
  result.text = line.substr(at, last - at);
  result.lone_number = result.number && result.text.empty();
  return result;
}

std::vector<NumberedLine> printed_lines(std::u32string_view text) {
  std::vector<NumberedLine> lines;
  while (!text.empty()) {
    lines.push_back(printed_line(text::take_line(text)));
  }
  return lines;
}

// Keeps only numbers that count up from 1, and returns how many; other numbers are those of pages.
std::size_t keep_counted(std::vector<NumberedLine>& lines) {
  std::size_t counted = 0;
  std::size_t last = 0;
  NumberedLine* lone_one = nullptr;
  for (auto& line : lines) {
    if (line.whole.find(U'\f') != line.whole.npos) last = 0;
    if (!line.number) continue;
    bool const counts = *line.number <= most_lines && (*line.number == last + 1 || *line.number == 1);
    if (counts) {
      // The first number 1 was that of the page, before its first line.
      if (*line.number == 1 && last == 1 && lone_one != nullptr) {
        lone_one->number.reset();
        --counted;
      }
      lone_one = line.lone_number && *line.number == 1 ? &line : nullptr;
      last = *line.number;
      ++counted;
    } else {
      line.number.reset();
    }
  }
  return counted;
}

// Numbers the lines by page, and returns how many pages there are. A page goes from its line 1 to its last numbered
// line.
std::size_t count_pages(std::vector<NumberedLine>& lines) {
  std::size_t page = 0;
  std::size_t last_numbered = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].number) continue;
    if (*lines[i].number == 1 || page == 0) {
      ++page;
    } else {
      // Lines without a number inside a page belong to it.
      for (auto k = last_numbered + 1; k < i; ++k) lines[k].page = page;
    }
    lines[i].page = page;
    last_numbered = i;
  }
  return page;
}

// The difference between a printed page number and our count of the page, from numbers printed before or after the
// lines of each page; nothing if less than half the pages have one that counts up.
std::optional<std::int64_t> numbers_of_pages(std::vector<NumberedLine> const& lines, std::size_t pages) {
  // How often page k of our count has the number k + shift, by shift and by whether it is before the page.
  std::map<std::pair<std::int64_t, bool>, std::size_t> votes;
  std::size_t page = 0;
  bool after_feed = false;
  bool any_feed = false;
  for (auto const& line : lines) {
    if (line.page != 0) {
      page = line.page;
      after_feed = false;
      continue;
    }
    bool const feed = line.whole.find(U'\f') != line.whole.npos;
    after_feed = after_feed || feed;
    any_feed = any_feed || feed;
    std::int64_t number = 0;
    std::size_t digits = 0;
    for (std::size_t i = 0; i <= line.whole.size(); ++i) {
      if (i < line.whole.size() && text::is_ascii_digit(line.whole[i])) {
        if (++digits <= 7) number = number * 10 + static_cast<std::int64_t>(line.whole[i] - U'0');
        continue;
      }
      auto const count = static_cast<std::int64_t>(page);
      if (digits > 0 && digits <= 6 && page < pages && (after_feed || !any_feed)) ++votes[{number - count - 1, true}];
      if (digits > 0 && digits <= 6 && !after_feed && page > 0) ++votes[{number - count, false}];
      number = 0;
      digits = 0;
    }
  }
  auto const best = std::ranges::max_element(votes, [](auto const& a, auto const& b) {
    return std::tuple(a.second, a.first.second) < std::tuple(b.second, b.first.second);
  });
  if (best == votes.end() || best->second * 2 < pages) return std::nullopt;
  return best->first.first;
}

std::size_t usual_indent(std::vector<NumberedLine> const& lines) {
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
      std::ranges::count_if(lines, [](NumberedLine const& line) { return !line.text.empty() || line.lone_number; }));
  if (counted < 10 || counted * 2 < filled) return std::nullopt;
  auto const pages = count_pages(lines);
  auto const shift = numbers_of_pages(lines, pages).value_or(0);
  auto const base = usual_indent(lines);
  std::vector<TranscriptLine> result;
  std::size_t number = 0;
  for (auto const& line : lines) {
    if (line.number) number = *line.number;
    if (line.text.empty() || line.page == 0) continue;
    auto const page = static_cast<std::int64_t>(line.page) + shift;
    PrintedPlace const place{0, static_cast<std::uint32_t>(std::max<std::int64_t>(page, 0)),
                             static_cast<std::uint32_t>(number)};
    result.push_back({line.text, line.indent >= base + 3, false, place});
  }
  return result;
}

}  // namespace quoth::transcripts
