// SPDX-License-Identifier: MIT
#include "match/words/sentence_start.hpp"

#include <algorithm>
#include <array>

#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

// Titles abbreviated with a full stop, as matching keys.
constexpr std::array<std::string_view, 22> shortened_titles{
    "mr",  "mrs",  "ms",  "dr",  "st",   "sen", "rep", "gov",  "gen",    "col", "lt",
    "sgt", "capt", "maj", "adm", "prof", "hon", "rev", "msgr", "messrs", "mt",  "ft"};

// Whether the full stop after token `i` is part of an abbreviation: "Mr.", "Ada M.", and "U.S." before a name.
bool is_part_of_word(TokenSequence const& tokens, std::size_t i) {
  auto const key = tokens.key(i);
  if (std::ranges::find(shortened_titles, key) != shortened_titles.end()) return true;
  auto const surface = tokens.surface(i);
  if (surface.size() == 1) return is_capital(surface) && key != "i";
  return surface.find('.') != surface.npos && is_capital(surface) && !is_function_word(tokens.key(i + 1));
}

}  // namespace

bool ends_sentence(std::string_view between, std::string_view next) {
  if (between.find_first_of(".?!:;") == between.npos) return false;
  auto const byte = next.empty() ? 'A' : next.front();
  return !(byte >= 'a' && byte <= 'z') || between.find_first_of("?!;:") != between.npos;
}

bool begins_sentence(TokenSequence const& tokens, std::size_t i) {
  if (i == 0 || i >= tokens.size() || tokens[i - 1].part != tokens[i].part) return true;
  auto const between = tokens.before(i);
  if (!ends_sentence(between, tokens.surface(i))) return false;
  return between != ". " || !is_part_of_word(tokens, i - 1);
}

std::size_t sentence_begin(TokenSequence const& tokens, std::size_t i, std::size_t reach) {
  auto first = i;
  while (i - first < reach && !begins_sentence(tokens, first)) --first;
  return first;
}

std::size_t sentence_end(TokenSequence const& tokens, std::size_t i, std::size_t reach) {
  auto last = i + 1;
  while (last - i < reach && !begins_sentence(tokens, last)) ++last;
  return std::min(last, tokens.size());
}

}  // namespace quoth::match
