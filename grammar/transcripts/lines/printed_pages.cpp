// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "grammar/transcripts/lines/transcript_lines.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/letter_case.hpp"

namespace quoth::transcripts {

namespace {

constexpr std::size_t longest_mark = 100;  // code points

// A line's numbers, and the rest of it in lower case, without numbers and blanks.
struct Shape {
  std::vector<std::uint32_t> numbers;
  std::vector<char> series;  // the capital before each number, or 0
  std::u32string rest;
};

Shape shape_of(std::u32string_view line) {
  Shape shape;
  for (std::size_t i = 0; i < line.size();) {
    if (!text::is_ascii_digit(line[i])) {
      if (line[i] > U' ' && line[i] != U'\u00A0') shape.rest += text::to_lower(line[i]);
      ++i;
      continue;
    }
    bool const lettered =
        i > 0 && line[i - 1] >= U'A' && line[i - 1] <= U'Z' && (i < 2 || !text::is_letter(line[i - 2]));
    shape.series.push_back(lettered ? static_cast<char>(line[i - 1]) : '\0');
    std::uint32_t number = 0;
    for (; i < line.size() && text::is_ascii_digit(line[i]); ++i)
      number = number < 10000000 ? number * 10 + (line[i] - U'0') : number;
    shape.numbers.push_back(number);
  }
  return shape;
}

// Whether a line may hold a page number: nothing but a number, "- 12 -", "Page 12", "[[Page S102]]", "Council, May 6
// 2 of 259".
bool may_be_page_mark(std::u32string_view line) {
  if (line.size() > longest_mark || std::ranges::none_of(line, text::is_ascii_digit)) return false;
  if (std::ranges::none_of(line, text::is_letter)) {
    return std::ranges::all_of(line, [](char32_t c) {
      return text::is_ascii_digit(c) || std::u32string_view(U" \t\f\r-–—.[]()|").find(c) != std::u32string_view::npos;
    });
  }
  auto const rest = shape_of(line).rest;
  if (rest == U"of" || rest.find(U"page") != rest.npos || rest.find(U"p.") == 0) return true;
  auto const of = line.find(U" of ");
  return of != line.npos && of > 0 && text::is_ascii_digit(line[of - 1]) && of + 4 < line.size() &&
         text::is_ascii_digit(line[of + 4]);
}

struct Mark {
  std::size_t line = 0;
  std::uint32_t page = 0;
  char series = 0;
};

// "[[Page S102]]" is always a page mark of the page below it.
bool is_head(std::u32string_view rest) { return rest.starts_with(U"[[page") && rest.ends_with(U"]]"); }

// "[Page 2]" is a page mark, and needs no others that count up with it.
bool is_sure(std::u32string_view rest) { return is_head(rest) || rest == U"[page]"; }

// What marks of one kind share: "Page 1", "[Page 2]" and "- 3 -" may be in one text.
std::u32string kind_of_mark(std::u32string rest) {
  if (is_head(rest)) return rest;
  bool const between_dashes =
      rest.size() == 2 && rest[0] == rest[1] && std::u32string_view(U"-–—").find(rest[0]) != rest.npos;
  return between_dashes || rest == U"[page]" || rest == U"(page)" || rest == U"-page-" ? U"page" : rest;
}

// The page marks among lines with the same rest, whose numbers count up by one; none if they do not.
std::vector<Mark> counting_marks(std::vector<std::pair<std::size_t, Shape>> const& group) {
  constexpr std::size_t fewest = 2;  // lines that count up
  if (group.size() < fewest) return {};
  for (std::size_t place = 0; place < group.front().second.numbers.size(); ++place) {
    std::vector<Mark> marks;
    std::size_t in_order = 1;
    for (auto const& [line, shape] : group) {
      if (place >= shape.numbers.size()) break;
      auto const number = shape.numbers[place];
      if (!marks.empty()) in_order += number == marks.back().page + 1;
      marks.push_back({line, number, shape.series[place]});
    }
    if (marks.size() == group.size() && in_order * 5 >= group.size() * 4) return marks;
  }
  return {};
}

std::vector<Mark> page_marks(std::vector<TranscriptLine> const& lines) {
  std::map<std::u32string, std::vector<std::pair<std::size_t, Shape>>> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!may_be_page_mark(lines[i].text)) continue;
    auto shape = shape_of(lines[i].text);
    // The letter is not part of the key: "Page 9" and "Page S10" are marks of one kind.
    auto key = kind_of_mark(shape.rest);
    groups[std::move(key)].emplace_back(i, std::move(shape));
  }
  std::vector<Mark> best;
  for (auto const& [shape, group] : groups) {
    // Bare numbers may belong to a list or a table, so more of them must count up.
    constexpr std::size_t fewest_bare = 3;  // lines
    if (std::ranges::none_of(shape, text::is_letter) && group.size() < fewest_bare) continue;
    auto marks = counting_marks(group);
    for (auto const& [line, one] : group) {
      if (marks.size() < group.size() && is_sure(one.rest))
        marks.push_back({line, one.numbers.front(), one.series.front()});
    }
    if (marks.size() > best.size()) best = std::move(marks);
  }
  return best;
}

// Running heads and feet: lines within two of a page mark that are alike on most pages.
std::vector<std::size_t> running_lines(std::vector<TranscriptLine> const& lines, std::vector<Mark> const& marks) {
  constexpr std::size_t reach = 2;  // lines
  std::map<std::u32string, std::vector<std::size_t>> found;
  for (auto const& mark : marks) {
    auto const first = mark.line - std::min(mark.line, reach);
    for (auto i = first; i < std::min(mark.line + reach + 1, lines.size()); ++i) {
      if (i != mark.line && lines[i].text.size() <= longest_mark) found[shape_of(lines[i].text).rest].push_back(i);
    }
  }
  std::vector<std::size_t> running;
  constexpr std::size_t fewest = 3;
  for (auto const& [rest, where] : found) {
    if (where.size() >= fewest && where.size() * 2 > marks.size())
      running.insert(running.end(), where.begin(), where.end());
  }
  return running;
}

// Whether a sentence continues over the page break.
bool goes_on(std::u32string_view before, std::u32string_view after) {
  auto const last = before.find_last_not_of(U" \t\r\f");
  auto const first = after.find_first_not_of(U" \t\r\f");
  if (last == before.npos || first == after.npos) return false;
  return text::is_lower(after[first]) && std::u32string_view(U".?!:").find(before[last]) == std::u32string_view::npos;
}

// Whether page marks are below their pages: there is text before the first and none after the last.
bool stand_below(std::vector<Mark> const& marks, std::size_t lines) {
  constexpr std::size_t longest_head = 4;  // lines
  return marks.front().line > longest_head && marks.back().line + longest_head >= lines;
}

// The page of a line where the file says on which of its pages the line stands: that of the mark on this page, or
// counted from the mark nearest to it. `next`: the first mark behind the line.
PrintedPlace page_in_file(std::vector<TranscriptLine> const& lines, std::size_t line, std::vector<Mark> const& marks,
                          std::size_t next) {
  auto const page = lines[line].place.page;
  auto const of = [&](std::size_t mark) { return lines[marks[mark].line].place.page; };
  auto const is_behind = next < marks.size() && (next == 0 || of(next) == page || of(next - 1) != page);
  auto const nearest = is_behind ? next : next - 1;
  auto const printed = std::int64_t{marks[nearest].page} + page - of(nearest);
  return {marks[nearest].series, static_cast<std::uint32_t>(std::max<std::int64_t>(printed, 0)), 0};
}

}  // namespace

void leave_out_page_marks(std::vector<TranscriptLine>& lines) {
  auto const marks = page_marks(lines);
  if (marks.empty()) return;
  std::vector<bool> left_out(lines.size());
  for (auto const& mark : marks) left_out[mark.line] = true;
  for (auto const line : running_lines(lines, marks)) left_out[line] = true;
  bool const below = !is_head(shape_of(lines[marks.front().line].text).rest) && stand_below(marks, lines.size());
  std::vector<TranscriptLine> kept;
  std::size_t next = 0;  // the first mark that was not passed
  bool after_mark = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    while (next < marks.size() && marks[next].line < i) ++next;
    if (left_out[i]) {
      after_mark = true;
      continue;
    }
    auto line = lines[i];
    // Of marks below, the next one is this page's; of marks above, the last one.
    if (line.place.page != 0) {
      line.place = page_in_file(lines, i, marks, next);
    } else if (below ? next < marks.size() : next > 0) {
      auto const& mark = marks[below ? next : next - 1];
      line.place = {mark.series, mark.page, 0};
    } else {
      auto const& mark = below ? marks.back() : marks.front();
      line.place = {mark.series, below ? mark.page + 1 : mark.page - std::min(mark.page, 1U), 0};
    }
    if (after_mark && !kept.empty() && goes_on(kept.back().text, line.text)) line.opens_paragraph = false;
    after_mark = false;
    kept.push_back(line);
  }
  lines = std::move(kept);
}

}  // namespace quoth::transcripts
