// SPDX-License-Identifier: MIT
#include "match/sound/spoken_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace quoth::match {

namespace {

constexpr std::array<std::string_view, 20> ones{
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens{"",      "ten",   "twenty",  "thirty", "forty",
                                                "fifty", "sixty", "seventy", "eighty", "ninety"};
struct Scale {
  std::uint64_t value;
  std::string_view name;
};
constexpr std::array<Scale, 5> scales{{{1'000'000'000'000, "trillion"},
                                       {1'000'000'000, "billion"},
                                       {1'000'000, "million"},
                                       {1'000, "thousand"},
                                       {100, "hundred"}}};

std::uint64_t value_of(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string words_of(std::uint64_t value) {
  for (auto const& scale : scales) {
    if (value < scale.value) continue;
    auto words = words_of(value / scale.value) + " " + std::string(scale.name);
    if (auto const rest = value % scale.value; rest > 0) words += " " + words_of(rest);
    return words;
  }
  if (value < ones.size()) return std::string(ones.at(value));
  std::string words(tens.at(value / 10));
  if (value % 10 > 0) words += " " + std::string(ones.at(value % 10));
  return words;
}

std::string digit_by_digit(std::string_view digits) {
  std::string words;
  for (char const digit : digits)
    words += (words.empty() ? "" : " ") + words_of(static_cast<std::uint64_t>(digit - '0'));
  return words;
}

// "twenty twenty", "nineteen oh five", "one twenty four".
std::string in_pairs(std::string_view digits) {
  std::string words;
  auto const add = [&](std::string const& next) { words += (words.empty() ? "" : " ") + next; };
  auto at = digits.size() % 2;
  if (at > 0) add(words_of(value_of(digits.substr(0, 1))));
  for (; at < digits.size(); at += 2) {
    auto const pair = digits.substr(at, 2);
    if (pair == "00") {
      add("hundred");
    } else {
      add((pair.front() == '0' ? "oh " : "") + words_of(value_of(pair)));
    }
  }
  return words;
}

std::vector<std::string> ways_to_say_decimal(std::string_view whole, std::string_view part) {
  auto const behind = " point " + digit_by_digit(part);
  std::vector<std::string> ways{words_of(value_of(whole)) + behind};
  // "4.10" is said "four point one" too.
  if (auto const last = part.find_last_not_of('0'); last != part.npos && last + 1 < part.size())
    ways.push_back(words_of(value_of(whole)) + " point " + digit_by_digit(part.substr(0, last + 1)));
  if (value_of(whole) == 0) ways.push_back(behind.substr(1));
  // An amount of money: "seven seventy", "twenty two" cents.
  if (part.size() == 2) {
    auto const cents = (part.front() == '0' ? "oh " : "") + words_of(value_of(part));
    ways.push_back(value_of(whole) == 0 ? cents : words_of(value_of(whole)) + " " + cents);
  }
  return ways;
}

}  // namespace

std::vector<std::string> ways_to_say(std::string_view digits) {
  constexpr std::size_t longest_value = 15;
  constexpr std::size_t longest_in_pairs = 4;
  auto const point = digits.find('.');
  auto const whole = digits.substr(0, point);
  if (whole.size() > longest_value) return {digit_by_digit(whole)};
  if (point != digits.npos && point + 1 < digits.size()) return ways_to_say_decimal(whole, digits.substr(point + 1));
  std::vector<std::string> ways{words_of(value_of(whole))};
  if (whole.size() > 2 && whole.size() <= longest_in_pairs) ways.push_back(in_pairs(whole));
  return ways;
}

bool says_number(std::string_view word) {
  return std::ranges::find(ones, word) != ones.end() || std::ranges::find(tens, word) != tens.end() ||
         says_scale(word) || word == "point" || word == "oh";
}

bool says_scale(std::string_view word) { return std::ranges::find(scales, word, &Scale::name) != scales.end(); }

}  // namespace quoth::match
