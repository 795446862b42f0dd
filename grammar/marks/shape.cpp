// SPDX-License-Identifier: MIT
#include "grammar/marks/shape.hpp"

#include <algorithm>
#include <limits>

namespace quoth::grammar {

namespace {

using enum WordClass;

// In tokens. More of a long quotation adds no information.
constexpr std::uint32_t looked_at = 120;

void count_word(Token const& token, Shape& shape) {
  ++shape.words;
  if (shape.words == 1) {
    shape.first_key = token.key;
    shape.starts_capital = token.capital || token.is(TokenKind::number);
    shape.starts_lower = token.is_word() && !token.capital;
  } else if (token.capital) {
    ++shape.capitals;
  }
  if (token.any(preposition | determiner | auxiliary | modal | conjunction | subordinator | any_pronoun | possessive |
                to)) {
    ++shape.functions;
  }
  shape.has_finite_verb =
      shape.has_finite_verb || token.any(auxiliary | modal) || (token.any(verb | any_cue) && !token.has(gerund));
  shape.has_first_person = shape.has_first_person || token.any(i | we);
  shape.has_second_person = shape.has_second_person || token.has(you);
}

Ending ending_of(Token const& last) {
  switch (last.kind) {
    case TokenKind::comma:
      return Ending::comma;
    case TokenKind::full_stop:
    case TokenKind::ellipsis:
      return Ending::full_stop;
    case TokenKind::question_mark:
    case TokenKind::exclamation_mark:
      return Ending::question;
    case TokenKind::dash:
      return Ending::dash;
    default:
      return last.dotted ? Ending::full_stop : Ending::none;
  }
}

bool is_label_word(Token const& token) {
  return token.is_word() && (token.all_capitals || token.dotted ||
                             (token.capital && (token.classes == Classes() || token.any(given_name | title))));
}

// "OKAFOR: ", "Mr. Okafor: ": up to four words of a name, a colon, and a capital after it.
void read_label(Tokens const& tokens, Stretch const& stretch, Shape& shape) {
  constexpr std::uint32_t longest_label = 4;  // words
  shape.words_start = tokens[stretch.open].last;
  auto i = stretch.open + 1;
  bool sure = false;  // in capitals, or with a given name
  while (i < stretch.close && i <= stretch.open + longest_label && is_label_word(tokens[i])) {
    sure = sure || tokens[i].all_capitals || tokens[i].any(given_name | title);
    ++i;
  }
  if (i == stretch.open + 1 || i + 1 >= stretch.close || !tokens[i].is(TokenKind::colon) || !tokens[i + 1].capital)
    return;
  shape.label = {tokens[stretch.open + 1].first, tokens[i - 1].last};
  shape.label_key = tokens[i - 1].key;
  if (sure) shape.words_start = tokens[i + 1].first;
}

Shape shape_of(Tokens const& tokens, Stretch const& stretch) {
  Shape shape;
  read_label(tokens, stretch, shape);
  auto const end = std::min(stretch.close, stretch.open + looked_at);
  for (auto i = stretch.open + 1; i < end; ++i) {
    auto const& token = tokens[i];
    if (token.is_word() || token.is(TokenKind::number) || token.is(TokenKind::handle)) {
      shape.is_handle = shape.is_handle || (shape.words == 0 && token.is(TokenKind::handle));
      count_word(token, shape);
    }
    shape.has_comma = shape.has_comma || (token.is(TokenKind::comma) && i + 1 < stretch.close);
    shape.has_sentence_end = shape.has_sentence_end || (token.ends_sentence() && i + 2 < stretch.close);
  }
  if (end < stretch.close) shape.words = looked_at;
  auto const& first_token = tokens[stretch.open + 1];
  auto const& last_token = tokens[stretch.close - 1];
  shape.in_brackets = stretch.close - stretch.open > 2 && first_token.is(TokenKind::open_bracket) &&
                      end == stretch.close && last_token.is(TokenKind::close_bracket);
  auto last = stretch.close;
  while (last > stretch.open + 1 && tokens[last - 1].is(TokenKind::mark)) --last;
  if (last > stretch.open + 1) shape.ending = stretch.comma_outside ? Ending::comma : ending_of(tokens[last - 1]);
  return shape;
}

}  // namespace

std::vector<Shape> shapes_of(Tokens const& tokens, std::vector<Stretch> const& stretches) {
  std::vector<Shape> shapes;
  shapes.reserve(stretches.size());
  for (auto const& stretch : stretches) shapes.push_back(shape_of(tokens, stretch));
  return shapes;
}

}  // namespace quoth::grammar
