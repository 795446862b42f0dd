// SPDX-License-Identifier: MIT
#include "match/edits/turned_question.hpp"

#include "match/frames/clause.hpp"
#include "match/frames/question.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// In words: the longest subject between an auxiliary and its verb in a question.
constexpr std::size_t longest_subject = 8;

// Whether the sentence that ends at or behind token `i` of the quotation is printed with a question mark.
bool is_printed_as_question(TokenSequence const& quote, std::size_t i) {
  constexpr std::size_t reach = 60;  // words
  return text_behind(quote, sentence_end(quote, i, reach)).starts_with('?');
}

// "The dam will" for "Will the dam": the same words, of which the first went behind the others.
bool moves_first_word(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s) {
  if (q.size() < 2 || q.size() != s.size() || quote[q.last - 1].id != source[s.first].id) return false;
  for (std::size_t k = 0; k + 1 < q.size(); ++k) {
    if (quote[q.first + k].id != source[s.first + k + 1].id) return false;
  }
  return true;
}

}  // namespace

bool turns_question(TokenSequence const& quote, TokenSequence const& source, Difference const& difference) {
  if (moves_first_word(quote, difference.quote, source, difference.source))
    return opens_question(source, difference.source.first) && !is_printed_as_question(quote, difference.quote.last - 1);
  auto const at = difference.source.first;
  if (!difference.source.empty() || difference.quote.size() != 1 || at == 0 || at >= source.size()) return false;
  auto const& last = quote[quote.size() - 1];
  if (quote.text(last.part).substr(last.last).starts_with('?')) return false;
  auto opening = at - 1;
  auto const earliest = sentence_begin(source, opening, longest_subject);
  while (opening > earliest && source[opening].id != quote[difference.quote.first].id) --opening;
  return source[opening].id == quote[difference.quote.first].id && opens_question(source, opening);
}

}  // namespace quoth::match
