// SPDX-License-Identifier: MIT
#include "match/check/witnesses.hpp"

#include <algorithm>
#include <cstdint>

#include "match/align/passage.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/machine_errors.hpp"
#include "match/sound/sound_similarity.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

namespace {

std::vector<std::uint64_t> words_in(Reading const& reading, TokenRange range) {
  std::vector<std::uint64_t> ids;
  auto const window = reading.passage->window_of(reading.used.first);
  for (auto i = range.first; i < range.last; ++i) {
    if (reading.passage->window_of(i) == window) ids.push_back(reading.passage->tokens()[i].id);
  }
  return ids;
}

TokenRange before(Reading const& reading) {
  return {reading.used.first - std::min(reading.used.first, WitnessTuning::context), reading.used.first};
}

TokenRange behind(Reading const& reading) {
  return {reading.used.last, std::min(reading.used.last + WitnessTuning::context, reading.passage->tokens().size())};
}

// The length of the longest common subsequence.
std::size_t common_in_order(std::vector<std::uint64_t> const& a, std::vector<std::uint64_t> const& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (auto word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      auto const above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

enum class Agreement { none, unknown, good };

Agreement agreement(std::vector<std::uint64_t> const& a, std::vector<std::uint64_t> const& b) {
  auto const fewer = std::min(a.size(), b.size());
  if (fewer < WitnessTuning::least_context) return Agreement::unknown;
  auto const shared = static_cast<double>(common_in_order(a, b));
  return shared >= WitnessTuning::least_shared * static_cast<double>(fewer) ? Agreement::good : Agreement::none;
}

bool sound_alike(Reading const& a, Reading const& b) {
  auto const text = [](Reading const& reading) {
    return reading.passage->tokens().stretch(reading.used.first, reading.used.last);
  };
  return sound_similarity_inside(text(a), text(b)) >= WitnessTuning::least_alike;
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
  auto const beside = printed.empty() ? WitnessTuning::run_beside_gap : WitnessTuning::run_beside_words;
  auto const first = printed.first - std::min(printed.first, beside);
  auto const last = std::min(printed.last + beside, pairs.size());
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
  auto const ahead = agreement(words_in(a, before(a)), words_in(b, before(b)));
  auto const after = agreement(words_in(a, behind(a)), words_in(b, behind(b)));
  if (ahead == Agreement::none || after == Agreement::none) return false;
  return (ahead == Agreement::good || after == Agreement::good) && sound_alike(a, b);
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

void bear_out(std::vector<Edit>& edits, Reading const& witness, QuotedWords const& quotation, Policy const& policy) {
  for (auto& edit : edits) {
    auto const of_words = edit.op == Edit::Op::replace || edit.op == Edit::Op::insert || edit.op == Edit::Op::remove;
    if (edit.allowed || edit.at_join || !edit.witness.empty() || !of_words ||
        !has_printed_words(witness, quotation, edit))
      continue;
    edit.witness = witness.candidate->source.id;
    auto const by_people = !is_machine_made(witness.candidate->source.made);
    // What turns the meaning one machine against another does not settle.
    edit.machine_error = !by_people && policy.rule(edit.edit_class).verdict == Verdict::distorted;
    edit.cost = edit.machine_error ? most_cost_in_doubt : 0;
  }
}

}  // namespace quoth::match
