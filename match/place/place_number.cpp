// SPDX-License-Identifier: MIT
#include "match/place/place_number.hpp"

#include <algorithm>
#include <array>

#include "match/place/place_tuning.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/numerals.hpp"

namespace quoth::match {

namespace {

void skip_blanks(std::string_view& text) {
  while (!text.empty()) {
    if (text.front() == ' ' || text.front() == '\t')
      text.remove_prefix(1);
    else if (text.starts_with("\u00A0"))
      text.remove_prefix(2);
    else
      break;
  }
}

// Takes one of the words, in any case, off the front, with the blanks and the stop behind it.
template <std::size_t Count>
bool take_word(std::string_view& text, std::array<std::string_view, Count> const& words) {
  for (auto const word : words) {
    if (text.size() <= word.size() || text::in_ascii_lower(text.substr(0, word.size())) != word) continue;
    auto rest = text.substr(word.size());
    auto const is_sign = static_cast<unsigned char>(word.front()) >= 0x80;
    if (rest.front() == '.') rest.remove_prefix(1);
    auto const size = rest.size();
    skip_blanks(rest);
    if (rest.empty() || (!is_sign && rest.size() == size && !text::is_ascii_digit(rest.front()))) continue;
    text = rest;
    return true;
  }
  return false;
}

constexpr std::array<std::string_view, 5> section_words{"§§", "§", "section", "sec", "sect"};
constexpr std::array<std::string_view, 3> chapter_words{"chapter", "chap", "ch"};
constexpr std::array<std::string_view, 4> paragraph_words{"¶¶", "¶", "paragraph", "para"};

// Takes "4.2.1", "4.2(a)" or "12a" off the front; empty where there is none.
std::string_view take_digits(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && (text::is_ascii_digit(text[end]) ||
                               (text[end] == '.' && end + 1 < text.size() && text::is_ascii_digit(text[end + 1]))))
    ++end;
  if (end == 0 || !text::is_ascii_digit(text.front())) return {};
  auto const number = text.substr(0, end);
  text.remove_prefix(end);
  return number;
}

std::string_view take_letters(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && text::is_ascii_letter(text[end])) ++end;
  auto const letters = text.substr(0, end);
  text.remove_prefix(end);
  return letters;
}

// Takes a number in digits or, in capitals, of Rome off the front.
std::string_view take_number(std::string_view& text) {
  if (auto const digits = take_digits(text); !digits.empty()) return digits;
  auto rest = text;
  auto const letters = take_letters(rest);
  auto const is_capital = !letters.empty() && letters.front() <= 'Z';
  if (!is_capital || text::roman_value(letters) == 0) return {};
  text = rest;
  return letters;
}

// Whether a number that stood before `rest` is one of its own: at the end, or before a blank, a stop or a dash.
bool ends_number(std::string_view rest) {
  return rest.empty() || rest.front() == ' ' || rest.front() == '.' || rest.front() == ':' || rest.front() == '\t' ||
         rest.front() == ')' || rest.front() == ',' || rest.starts_with("\u00A0") || rest.starts_with("—") ||
         rest.starts_with("–") || rest.front() == '-' || rest.front() == '(';
}

std::uint32_t value_of(std::string_view digits) {
  std::uint32_t value = 0;
  for (auto const c : digits.substr(0, 6)) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

bool is_whole(std::string_view number) { return std::ranges::all_of(number, text::is_ascii_digit); }

std::string_view beginning(std::string_view text) {
  text = text.substr(0, PlaceTuning::longest_number);
  skip_blanks(text);
  return text;
}

// The number behind a word for sections or chapters; false where there is no such word.
bool read_named(std::string_view text, OwnNumber& own) {
  for (auto* const number : {&own.section, &own.chapter}) {
    auto rest = text;
    if (!(number == &own.section ? take_word(rest, section_words) : take_word(rest, chapter_words))) continue;
    auto const found = take_number(rest);
    if (found.empty() || !ends_number(rest)) continue;
    *number = found;
    return true;
  }
  return false;
}

// "4.2" of "4.2(a)", as the parts of a number: "4", "2", "a".
std::string canonical(std::string_view section) {
  auto folded = text::in_ascii_lower(section);
  std::string parts;
  std::string part;
  auto const add = [&] {
    if (part.empty()) return;
    auto const value = parts.empty() ? text::roman_value(std::string_view(part)) : 0;
    parts += value != 0 ? std::to_string(value) : part;
    parts += '.';
    part.clear();
  };
  for (auto const c : folded) {
    if (c == '.' || c == '(' || c == ')' || c == ' ')
      add();
    else
      part += c;
  }
  add();
  return parts;
}

}  // namespace

OwnNumber number_of_heading(std::string_view heading) {
  OwnNumber own;
  auto text = beginning(heading);
  if (read_named(text, own)) return own;
  auto const number = take_number(text);
  // "I" may be the first word of a sentence, and "2031" a year.
  if (number.empty() || text::is_year(number) || !ends_number(text) || text.starts_with("-")) return own;
  if (!text::is_ascii_digit(number.front()) && !text.empty() && text.front() != '.' && text.front() != ':') return own;
  own.section = number;
  return own;
}

bool is_heading_name(std::string_view section) {
  constexpr std::size_t shortest = 4;  // letters in a row
  std::size_t letters = 0;
  for (auto const c : section) {
    auto const is_letter = text::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    letters = is_letter ? letters + 1 : 0;
    if (letters >= shortest) return text::roman_value(section) == 0;
  }
  return false;
}

std::string name_of_heading(std::string_view heading) {
  auto const number = number_of_heading(heading);
  auto const& own = number.section.empty() ? number.chapter : number.section;
  auto const at = own.empty() ? std::string_view::npos : heading.find(own);
  if (at != heading.npos) heading.remove_prefix(at + own.size());
  while (!heading.empty() &&
         (heading.front() == '.' || heading.front() == ':' || heading.front() == ' ' || heading.front() == ')'))
    heading.remove_prefix(1);
  while (!heading.empty() && (heading.back() == '.' || heading.back() == ':' || heading.back() == ' '))
    heading.remove_suffix(1);
  return text::in_ascii_lower(heading);
}

OwnNumber number_of_paragraph(std::string_view paragraph) {
  OwnNumber own;
  auto text = beginning(paragraph);
  if (read_named(text, own)) return own;
  auto const named = take_word(text, paragraph_words);
  auto const bracket = !named && (text.starts_with('[') || text.starts_with('('));
  auto const closing = bracket ? (text.front() == '[' ? ']' : ')') : '\0';
  if (bracket) text.remove_prefix(1);
  auto const number = take_digits(text);
  if (number.empty() || text.empty()) return own;
  if (bracket || named) {
    if (is_whole(number) && (!bracket || text.front() == closing)) own.paragraph = value_of(number);
    return own;
  }
  auto const stopped = text.front() == '.' || text.front() == ')';
  if (stopped) text.remove_prefix(1);
  auto const before_blank = text;
  skip_blanks(text);
  if (before_blank.size() == text.size() || text.empty()) return own;
  auto const goes_on = (text.front() >= 'A' && text.front() <= 'Z') ||
                       static_cast<unsigned char>(text.front()) >= 0x80 || text.front() == '"' || text.front() == '(' ||
                       text.front() == '\'';
  if (!goes_on) return own;
  if (!is_whole(number))
    own.section = number;  // "4.2 The agency shall"
  else if (stopped)
    own.paragraph = value_of(number);
  return own;
}

bool same_section(std::string_view a, std::string_view b) {
  auto const one = canonical(a);
  auto const other = canonical(b);
  return one.starts_with(other) || other.starts_with(one);
}

std::optional<std::uint32_t> page_number(std::string_view label) {
  if (!label.empty() && label.size() <= 6 && is_whole(label)) return value_of(label);
  auto const value = text::roman_value(label);
  return value != 0 ? std::optional(value) : std::nullopt;
}

}  // namespace quoth::match
