// SPDX-License-Identifier: MIT
#include "match/edits/typesetting.hpp"

#include <algorithm>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// The first punctuation mark between two words; ' ' for none. Spaces, quotation marks and brackets do not count, and
// all dashes are equal.
char parting_mark(std::string_view between) {
  for (std::size_t i = 0; i < between.size(); ++i) {
    auto const c = between[i];
    if (c == ',' || c == '.' || c == ';' || c == ':' || c == '?' || c == '!') return c;
    if (c == '-' || between.substr(i).starts_with("—") || between.substr(i).starts_with("–")) return '-';
  }
  return ' ';
}

std::string_view text_after(TokenSequence const& tokens, std::size_t i) {
  return tokens.text(tokens[i].part).substr(tokens[i].last);
}

// Whether a sentence ends after the word. In quotations a comma counts, as it replaces the full stop before a tag.
bool sentence_ends(std::string_view after, bool quoted) {
  if (after.find_first_not_of(" \n") == after.npos) return true;
  auto const mark = after.front();
  return mark == '.' || mark == '?' || mark == '!' || (quoted && mark == ',');
}

// Whether the two differ in capitals only.
bool differs_in_case(std::string_view a, std::string_view b) {
  constexpr unsigned case_bit = 0x20;
  if (a == b || a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto const difference = static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    if (difference != 0 && difference != case_bit) return false;
  }
  return true;
}

bool starts_sentence(TokenSequence const& tokens, std::size_t i) {
  while (tokens.is_second_half(i)) --i;
  return begins_sentence(tokens, i);
}

}  // namespace

std::size_t typesetting_differences(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment) {
  auto const& quote = quotation.tokens();
  auto const& source = passage.tokens();
  std::size_t differences = 0;
  std::int32_t previous = Alignment::unpaired;
  for (std::size_t i = 0; i < quote.size(); ++i) {
    auto const paired = alignment.source_of[i];
    if (paired == Alignment::unpaired) continue;
    auto const at = static_cast<std::size_t>(paired);
    if (is_capital(quote.surface(i)) != is_capital(source.surface(at))) ++differences;
    if (previous != Alignment::unpaired && paired == previous + 1 &&
        parting_mark(quote.before(i)) != parting_mark(source.before(at)))
      ++differences;
    previous = paired;
  }
  if (previous != Alignment::unpaired) {
    auto const in_quote = sentence_ends(text_after(quote, quote.size() - 1), true);
    auto const in_source = sentence_ends(text_after(source, static_cast<std::size_t>(previous)), false);
    if (in_quote != in_source) ++differences;
  }
  return differences;
}

std::vector<TypesetPlace> typeset_places(QuotedWords const& quotation, Passage const& passage,
                                         Alignment const& alignment) {
  using enum TypesetPlace::Kind;
  auto const& quote = quotation.tokens();
  auto const& source = passage.tokens();
  std::vector<TypesetPlace> places;
  std::int32_t previous = Alignment::unpaired;
  for (std::size_t i = 0; i < quote.size(); ++i) {
    auto const paired = alignment.source_of[i];
    auto const at = static_cast<std::size_t>(std::max(paired, 0));
    auto const is_same = paired != Alignment::unpaired && same_word(quote[i], source[at]);
    auto const follows = is_same && previous != Alignment::unpaired && paired == previous + 1;
    previous = is_same ? paired : Alignment::unpaired;
    if (!is_same) continue;
    if (quotation.join_before(i) > Join::sentence || quote.is_second_half(i)) continue;
    if (follows && parting_mark(quote.before(i)) != parting_mark(source.before(at)))
      places.push_back({mark, {i, i}, {at, at}});
    if (!differs_in_case(quote.surface(i), source.surface(at)) || starts_sentence(quote, i) ||
        starts_sentence(source, at))
      continue;
    auto const goes_on = !places.empty() && places.back().kind == capitals && places.back().quote.last == i && follows;
    if (goes_on) {
      places.back().quote.last = i + 1;
      places.back().source.last = at + 1;
    } else {
      places.push_back({capitals, {i, i + 1}, {at, at + 1}});
    }
  }
  return places;
}

}  // namespace quoth::match
