// SPDX-License-Identifier: MIT
#include "match/check/witnesses.hpp"

#include <algorithm>
#include <cstdint>

#include "match/align/passage.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

namespace {

// In words: how far around the passage the two are compared, and how many there must be to tell anything.
constexpr std::size_t context = 25;
constexpr std::size_t least_context = 8;
// Machines that hear the same differ in a third of the words at worst; other speeches share a quarter.
constexpr double least_shared = 0.5;

// The ids of the words beside the passage, sorted.
std::vector<std::uint64_t> words_around(Reading const& reading) {
  auto const& tokens = reading.passage->tokens();
  auto const window = reading.passage->window_of(reading.used.first);
  auto const is_near = [&](std::size_t token) { return reading.passage->window_of(token) == window; };
  std::vector<std::uint64_t> ids;
  for (auto i = reading.used.first; i > 0 && reading.used.first - i < context && is_near(i - 1); --i)
    ids.push_back(tokens[i - 1].id);
  for (auto i = reading.used.last; i < tokens.size() && i - reading.used.last < context && is_near(i); ++i)
    ids.push_back(tokens[i].id);
  std::ranges::sort(ids);
  return ids;
}

// The tokens of the quotation that the edit is about; an empty range stands before its token.
TokenRange printed_tokens(QuotedWords const& quotation, ByteSpan span) {
  auto const size = quotation.tokens().size();
  std::size_t first = 0;
  while (first < size && quotation.span_of(first, first + 1).last <= span.first) ++first;
  auto last = first;
  while (last < size && quotation.span_of(last, last + 1).first < span.last) ++last;
  return {first, last};
}

// Whether the witness has the printed words of the edit, and those beside them, one after the other.
bool has_printed_words(Reading const& witness, QuotedWords const& quotation, Edit const& edit) {
  auto const printed = printed_tokens(quotation, edit.quote_span);
  auto const& pairs = witness.alignment.source_of;
  auto const& stored = witness.passage->tokens();
  auto const first = printed.first - std::min<std::size_t>(printed.first, 1);
  auto const last = std::min(printed.last + 1, pairs.size());
  for (auto i = first; i < last; ++i) {
    if (pairs[i] == Alignment::unpaired) return false;
    if (!same_word(quotation.tokens()[i], stored[static_cast<std::size_t>(pairs[i])])) return false;
    if (i > first && pairs[i] != pairs[i - 1] + 1) return false;
  }
  return last > first;
}

}  // namespace

bool are_witnesses(Reading const& a, Reading const& b) {
  auto const& one = a.candidate->source;
  auto const& other = b.candidate->source;
  if (one.number == other.number || one.date != other.date || a.used.empty() || b.used.empty()) return false;
  if (!is_machine_made(one.made) && !is_machine_made(other.made)) return false;
  auto const around_a = words_around(a);
  auto const around_b = words_around(b);
  auto const fewer = std::min(around_a.size(), around_b.size());
  std::vector<std::uint64_t> shared;
  std::ranges::set_intersection(around_a, around_b, std::back_inserter(shared));
  return fewer >= least_context && static_cast<double>(shared.size()) >= least_shared * static_cast<double>(fewer);
}

void count_witnesses(std::vector<Reading>& readings) {
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (auto j = i + 1; j < readings.size(); ++j) {
      if (!are_witnesses(readings[i], readings[j])) continue;
      ++readings[i].witnesses;
      ++readings[j].witnesses;
    }
  }
}

void bear_out(std::vector<Edit>& edits, Reading const& witness, QuotedWords const& quotation) {
  for (auto& edit : edits) {
    auto const of_words = edit.op == Edit::Op::replace || edit.op == Edit::Op::insert || edit.op == Edit::Op::remove;
    if (edit.allowed || edit.at_join || !of_words || !has_printed_words(witness, quotation, edit)) continue;
    edit.witness = witness.candidate->source.id;
    edit.cost = 0;
  }
}

}  // namespace quoth::match
