// SPDX-License-Identifier: MIT
#include "grammar/transcripts/lines/speech_text.hpp"

#include <algorithm>
#include <array>

#include "grammar/transcripts/lines/turn_joiner.hpp"

namespace quoth {

std::string speech_text(Markup const& tree, MarkupNode top, std::initializer_list<std::string_view> breaks,
                        std::initializer_list<std::string_view> left_out) {
  std::string text;
  std::string paragraph;
  auto const end_paragraph = [&] {
    auto const line = single_spaced(paragraph);
    if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
    paragraph.clear();
  };
  std::uint32_t paragraph_end = 0;
  for (auto i = top.index() + 1; i < top.end();) {
    auto const node = tree.node(i);
    if (paragraph_end != 0 && i >= paragraph_end) {
      end_paragraph();
      paragraph_end = 0;
    }
    if (node.is_text()) {
      paragraph += node.text();
    } else if (std::ranges::find(left_out, node.name()) != left_out.end()) {
      paragraph += ' ';
      i = node.end();
      continue;
    } else if (std::ranges::find(breaks, node.name()) != breaks.end()) {
      end_paragraph();
      paragraph_end = node.end();
    }
    ++i;
  }
  end_paragraph();
  return text;
}

void each_outermost(Markup const& tree, std::string_view name, std::function<void(MarkupNode)> const& take) {
  for (auto i = tree.root().index(); i < tree.root().end();) {
    auto const node = tree.node(i);
    bool const found = !node.is_text() && node.is(name);
    if (found) take(node);
    i = found ? node.end() : i + 1;
  }
}

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string two_digits(std::string_view number) { return (number.size() == 1 ? "0" : "") + std::string(number); }

std::string_view digits_at(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return text.substr(at, end - at);
}

// The date whose month is named at [first, last), with year and day beside it.
std::string day_around(std::string_view text, std::size_t first, std::size_t last, std::string const& month) {
  auto const behind = digits_at(text, last + 1);
  auto const year_behind = digits_at(text, last + 1 + behind.size() + 2);
  if (!behind.empty() && behind.size() <= 2 && year_behind.size() == 4 && text[last + 1 + behind.size()] == ',') {
    return std::string(year_behind) + "-" + month + "-" + two_digits(behind);
  }
  auto start = first - std::min<std::size_t>(first, 1);
  while (start > 0 && is_digit(text[start - 1])) --start;
  auto const before = digits_at(text, start);
  if (before.empty() || before.size() > 2 || behind.size() != 4) return {};
  return std::string(behind) + "-" + month + "-" + two_digits(before);
}

std::string day_in_words(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
  for (std::size_t i = 0; i < months.size(); ++i) {
    auto const month = months.at(i);
    for (auto at = text.find(month); at != text.npos; at = text.find(month, at + 1)) {
      if (at + month.size() + 1 >= text.size()) break;
      auto day = day_around(text, at, at + month.size(), two_digits(std::to_string(i + 1)));
      if (!day.empty()) return day;
    }
  }
  return {};
}

}  // namespace

std::string day_in(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  for (std::size_t at = 0; at + shape.size() <= text.size(); ++at) {
    auto const day = text.substr(at, shape.size());
    bool const fits = std::ranges::equal(day, shape, [](char c, char s) { return s == 'd' ? is_digit(c) : c == s; });
    if (fits) return std::string(day);
  }
  return day_in_words(text);
}

}  // namespace quoth
