// SPDX-License-Identifier: MIT
#include "match/edits/turned_question.hpp"

#include "match/frames/question.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// In words: the longest subject between an auxiliary and its verb in a question.
constexpr std::size_t longest_subject = 8;

}  // namespace

bool turns_question(TokenSequence const& quote, TokenSequence const& source, Difference const& difference) {
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
