// SPDX-License-Identifier: MIT
#include "grammar/marks/span_features.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "grammar/marks/marks.hpp"
#include "grammar/tokens/prose_token.hpp"

namespace quoth::grammar {

namespace {

using enum WordClass;

// In tokens. More of a long quotation adds no information.
constexpr std::uint32_t looked_at = 120;

void count_word(Token const& token, SpanFeatures& span_features) {
  ++span_features.words;
  if (span_features.words == 1) {
    span_features.first_key = token.key;
    span_features.starts_capital = token.capital || token.is(TokenKind::number);
    span_features.starts_lower = token.is_word() && !token.capital;
  } else if (token.capital) {
    ++span_features.capitals;
  }
  if (token.any(preposition | determiner | auxiliary | modal | conjunction | subordinator | any_pronoun | possessive |
                to)) {
    ++span_features.functions;
  }
  span_features.has_finite_verb = span_features.has_finite_verb || token.any(auxiliary | modal) ||
                                  (token.any(verb | any_cue) && !token.has(gerund));
  span_features.has_first_person = span_features.has_first_person || token.any(i | we);
  span_features.has_second_person = span_features.has_second_person || token.has(you);
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

// "Q: ", "A: ", in a transcript that is quoted as a block.
bool is_question_or_answer(Tokens const& tokens, std::uint32_t at) {
  auto const key = tokens[at].key;
  return (key == key_of("q") || key == key_of("a")) && tokens[at].capital && tokens[at + 1].is(TokenKind::colon);
}

// Parts of a document, which number themselves: "Article Five: ", "Key Point: ".
bool is_part_of_document(Token const& token) {
  static constexpr std::array<WordKey, 9> parts{key_of("article"), key_of("section"), key_of("chapter"),
                                                key_of("part"),    key_of("title"),   key_of("rule"),
                                                key_of("step"),    key_of("key"),     key_of("main")};
  return std::ranges::find(parts, token.key) != parts.end();
}

// "OKAFOR: ", "Mr. Okafor: ": up to four words of a name, a colon, and a capital after it. Transcripts quoted as a
// block have full names too, and "Q: " and "A: ", which name nobody.
void read_label(Tokens const& tokens, MarkedSpan const& marked_span, SpanFeatures& span_features) {
  constexpr std::uint32_t longest_label = 4;  // words
  span_features.words_start = tokens[marked_span.open].last;
  auto i = marked_span.open + 1;
  if (marked_span.block && i + 2 < marked_span.close && is_question_or_answer(tokens, i)) {
    span_features.words_start = tokens[i + 2].first;
    span_features.is_unnamed = true;
    return;
  }
  bool sure = false;  // in capitals, or with a given name
  while (i < marked_span.close && i <= marked_span.open + longest_label && is_label_word(tokens[i])) {
    sure = sure || tokens[i].all_capitals || tokens[i].any(given_name | title);
    ++i;
  }
  if (i == marked_span.open + 1 || i + 1 >= marked_span.close || !tokens[i].is(TokenKind::colon) ||
      !tokens[i + 1].capital)
    return;
  auto const words = i - marked_span.open - 1;
  sure = sure || (marked_span.block && words > 1 && !is_part_of_document(tokens[marked_span.open + 1]));
  span_features.label = {tokens[marked_span.open + 1].first, tokens[i - 1].last};
  span_features.label_key = tokens[i - 1].key;
  if (sure) span_features.words_start = tokens[i + 1].first;
}

SpanFeatures shape_of(Tokens const& tokens, MarkedSpan const& marked_span) {
  SpanFeatures span_features;
  read_label(tokens, marked_span, span_features);
  auto const end = std::min(marked_span.close, marked_span.open + looked_at);
  for (auto i = marked_span.open + 1; i < end; ++i) {
    auto const& token = tokens[i];
    if (token.is_word() || token.is(TokenKind::number) || token.is(TokenKind::handle)) {
      span_features.is_handle = span_features.is_handle || (span_features.words == 0 && token.is(TokenKind::handle));
      count_word(token, span_features);
    }
    span_features.has_comma = span_features.has_comma || (token.is(TokenKind::comma) && i + 1 < marked_span.close);
    span_features.has_sentence_end =
        span_features.has_sentence_end || (token.ends_sentence() && i + 2 < marked_span.close);
  }
  if (end < marked_span.close) span_features.words = looked_at;
  auto const& first_token = tokens[marked_span.open + 1];
  auto const& last_token = tokens[marked_span.close - 1];
  span_features.in_brackets = marked_span.close - marked_span.open > 2 && first_token.is(TokenKind::open_bracket) &&
                              end == marked_span.close && last_token.is(TokenKind::close_bracket);
  auto last = marked_span.close;
  while (last > marked_span.open + 1 && tokens[last - 1].is(TokenKind::mark)) --last;
  if (last > marked_span.open + 1)
    span_features.ending = marked_span.comma_outside ? Ending::comma : ending_of(tokens[last - 1]);
  return span_features;
}

}  // namespace

std::vector<SpanFeatures> features_of_spans(Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans) {
  std::vector<SpanFeatures> features_by_span;
  features_by_span.reserve(marked_spans.size());
  bool goes_on = false;
  for (auto const& marked_span : marked_spans) {
    auto& features = features_by_span.emplace_back(shape_of(tokens, marked_span));
    features.display = tokens[marked_span.open].display;
    if (!marked_span.block) continue;
    features.block = true;
    features.goes_on = goes_on;
    goes_on = marked_span.carried_on;
  }
  return features_by_span;
}

}  // namespace quoth::grammar
