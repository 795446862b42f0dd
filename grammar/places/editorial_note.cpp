// SPDX-License-Identifier: MIT
#include "grammar/places/editorial_note.hpp"

#include <algorithm>
#include <functional>

#include "grammar/places/editorial_note_def.hpp"
#include "grammar/places/place.hpp"
#include "grammar/tokens/place_words.hpp"

namespace quoth::grammar {

namespace {

constexpr std::uint32_t longest_parenthesis = 40;  // tokens

// The token of the closing bracket; that of the opening one where there is none nearby.
std::uint32_t close_of(Tokens const& tokens, std::uint32_t open) {
  auto const limit = static_cast<std::uint32_t>(std::min<std::size_t>(tokens.size(), open + longest_parenthesis));
  for (auto i = open + 1; i < limit; ++i) {
    auto const& token = tokens[i];
    if (token.is(TokenKind::close_bracket)) return i;
    if (token.is(TokenKind::open_bracket) || token.is(TokenKind::paragraph_end)) break;
  }
  return open;
}

// Reads a note wherever one begins in the brackets; what else stands there has to be apart from it.
EditorialParenthesis read(Tokens const& tokens, std::uint32_t open, std::uint32_t close) {
  EditorialParenthesis found{open, close + 1, {}, true};
  NoteState state;
  for (auto i = open + 1; i < close;) {
    auto const& before = tokens[i - 1];
    auto const starts = i == open + 1 || before.is(TokenKind::comma) || before.is(TokenKind::semicolon) ||
                        before.is(TokenKind::full_stop) || before.is(TokenKind::close_bracket);
    auto const* first = tokens.data() + i;
    auto const* const last = tokens.data() + close;
    NoteState one;
    if (starts && x3::parse(first, last, x3::with<NoteState>(std::ref(one))[notes])) {
      for (auto const note : one.notes) state.add(note);
      i = static_cast<std::uint32_t>(first - tokens.data());
      continue;
    }
    if (tokens[i].is_word() || tokens[i].is(TokenKind::number) || tokens[i].is(TokenKind::quotation))
      found.is_pure = false;
    ++i;
  }
  found.notes = std::move(state.notes);
  return found;
}

// Behind the brackets that hold nothing but the place, right behind a quotation or for a time anywhere; 0 for a place
// that is not alone in brackets, or with names.
std::uint32_t end_of_bare_place(Tokens const& tokens, FoundPlace const& found) {
  if (!found.in_brackets) return 0;
  auto const behind = found.first > 0 && tokens[found.first - 1].is(TokenKind::quotation);
  if (!behind && !found.place.time) return 0;
  auto const& open = tokens[found.first];
  auto const begins = found.place.span.first == open.first || found.place.span.first == tokens[found.first + 1].first;
  auto const last = tokens[found.last - 1].is(TokenKind::close_bracket) ? found.last : found.last + 1;
  if (!begins || last > tokens.size() || !tokens[last - 1].is(TokenKind::close_bracket)) return 0;
  auto const is_name = [](Token const& token) {
    return token.is_word() && token.capital && place_word(token.key) == PlaceWord::none;
  };
  // Whom a citation right behind a quotation names has written it, and is no speaker of the sentence: "(Marsh 12)".
  bool const cites = found.is_citation && found.first > 0 && tokens[found.first - 1].is(TokenKind::quotation);
  return !cites && std::any_of(tokens.begin() + found.first, tokens.begin() + last, is_name) ? 0 : last;
}

}  // namespace

std::vector<EditorialParenthesis> find_editorial_parentheses(Tokens const& tokens) {
  std::vector<EditorialParenthesis> all;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is(TokenKind::open_bracket)) continue;
    auto const close = close_of(tokens, i);
    if (close == i) continue;
    auto found = read(tokens, i, close);
    if (found.notes.empty()) continue;
    i = close;
    all.push_back(std::move(found));
  }
  return all;
}

void drop_remarks(std::u32string_view text, Tokens& tokens) {
  std::vector<bool> dropped;
  auto const drop = [&](std::uint32_t first, std::uint32_t last) {
    dropped.resize(tokens.size(), false);
    std::fill(dropped.begin() + first, dropped.begin() + last, true);
  };
  for (auto const& one : find_editorial_parentheses(tokens))
    if (one.is_pure) drop(one.first, one.last);
  for (auto const& place : find_places_in_brackets(text, tokens))
    if (auto const last = end_of_bare_place(tokens, place); last != 0) drop(place.first, last);
  if (dropped.empty()) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) tokens[kept] = tokens[i];
    ++kept;
  }
  tokens.resize(kept);
}

}  // namespace quoth::grammar
