// SPDX-License-Identifier: MIT
#include "grammar/places/place_numbers.hpp"

#include <algorithm>
#include <utility>

#include "grammar/tokens/characters.hpp"
#include "text/unicode/numerals.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::grammar {

namespace {

using View = std::u32string_view;

constexpr std::size_t most_digits = 6;

bool is_digits(View text) { return !text.empty() && text.size() <= most_digits && std::ranges::all_of(text, is_digit); }

std::uint32_t value_of(View digits) {
  std::uint32_t value = 0;
  for (auto const c : digits) value = value * 10 + static_cast<std::uint32_t>(c - U'0');
  return value;
}

// As printed, without spaces and marks around it.
std::string printed(View text) { return text::to_utf8(text); }

View trimmed(View text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// The two ends of a range, the second empty where there is none: "12–18", "12 to 18".
std::pair<View, View> ends_of(View text) {
  auto const dash = std::ranges::find_if(text, [](char32_t c) { return kind_of(c) == CharKind::dash; });
  if (dash != text.end()) {
    auto const at = static_cast<std::size_t>(dash - text.begin());
    auto second = text.substr(at);
    while (!second.empty() && kind_of(second.front()) == CharKind::dash) second.remove_prefix(1);
    return {trimmed(text.substr(0, at)), trimmed(second)};
  }
  auto const to = text.find(U" to ");
  if (to == View::npos) return {trimmed(text), {}};
  return {trimmed(text.substr(0, to)), trimmed(text.substr(to + 4))};
}

// "112–13" ends at 113.
std::u32string whole_end(View first, View last) {
  if (!is_digits(first) || !is_digits(last) || last.size() >= first.size()) return std::u32string(last);
  return std::u32string(first.substr(0, first.size() - last.size())) + std::u32string(last);
}

bool read_pages(View numbers, ClaimedPlace& place) {
  auto const [first, last] = ends_of(numbers);
  if (!is_digits(first) && !is_page_label(first)) return false;
  if (!last.empty() && !is_digits(last) && !is_page_label(last)) return false;
  place.page = printed(first);
  place.last_page = printed(whole_end(first, last));
  return true;
}

bool read_lines(View numbers, std::uint32_t& line, std::uint32_t& last_line) {
  auto const [first, last] = ends_of(numbers);
  if (!is_digits(first) || (!last.empty() && !is_digits(last))) return false;
  line = value_of(first);
  last_line = last.empty() ? 0 : value_of(whole_end(first, last));
  return line > 0;
}

// "45:12–18", "45:12–46:3", "45".
bool read_testimony(View numbers, ClaimedPlace& place) {
  auto const [first, last] = ends_of(numbers);
  auto const colon = first.find(U':');
  if (colon == View::npos) return read_pages(numbers, place);
  auto const page = first.substr(0, colon);
  auto const line = first.substr(colon + 1);
  if (!is_digits(page) || !is_digits(line) || value_of(line) == 0) return false;
  auto const last_colon = last.find(U':');
  auto const last_page = last_colon == View::npos ? View() : last.substr(0, last_colon);
  auto const last_line = last_colon == View::npos ? last : last.substr(last_colon + 1);
  if (!last.empty() && (!is_digits(last_line) || (last_colon != View::npos && !is_digits(last_page)))) return false;
  place.page = printed(page);
  place.last_page = printed(last_page);
  place.line = value_of(line);
  place.last_line = last.empty() ? 0 : value_of(last_line);
  return true;
}

// "4.2", "12(a)(2)", "IV", "1983a". A range stays as printed.
bool read_section(View numbers, std::string& section) {
  if (numbers.empty() || numbers.size() > 24) return false;
  auto const first = ends_of(numbers).first;
  auto const number = first.substr(0, first.find(U'('));
  auto const digits = static_cast<std::size_t>(std::ranges::count_if(number, is_digit));
  auto const is_number = !number.empty() && is_digit(number.front()) && number.find(U':') == View::npos &&
                         number.find(U',') == View::npos &&
                         digits + 1 + static_cast<std::size_t>(std::ranges::count(number, U'.')) >= number.size();
  if (!is_number && text::roman_value(first) == 0) return false;
  section = printed(trimmed(numbers));
  return true;
}

}  // namespace

bool is_page_label(View text) {
  if (text::roman_value(text) != 0) return true;
  auto const digits = static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
  return digits > 0 && digits + 1 == text.size() && digits <= most_digits && is_letter(text.front());
}

std::uint32_t plain_number(View text) { return is_digits(text) ? value_of(text) : 0; }

std::optional<double> clock_seconds(View text) {
  double seconds = 0;
  int parts = 0;
  while (true) {
    auto const colon = text.find(U':');
    auto const part = text.substr(0, colon);
    if (part.empty() || part.size() > 3 || !is_digits(part)) return std::nullopt;
    if (parts > 0 && (part.size() != 2 || value_of(part) > 59)) return std::nullopt;
    seconds = seconds * 60 + value_of(part);
    ++parts;
    if (colon == View::npos) break;
    text.remove_prefix(colon + 1);
  }
  return parts == 2 || parts == 3 ? std::optional(seconds) : std::nullopt;
}

bool read_numbers(PlaceWord unit, View numbers, ClaimedPlace& place) {
  switch (unit) {
    case PlaceWord::page:
      return read_pages(numbers, place);
    case PlaceWord::transcript:
      return read_testimony(numbers, place);
    case PlaceWord::line:
      return read_lines(numbers, place.line, place.last_line);
    case PlaceWord::paragraph:
      return read_lines(numbers, place.paragraph, place.last_paragraph);
    case PlaceWord::section:
      return read_section(numbers, place.section);
    case PlaceWord::chapter:
      return read_section(numbers, place.chapter);
    default:
      return false;
  }
}

}  // namespace quoth::grammar
