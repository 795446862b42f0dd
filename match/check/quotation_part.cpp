// SPDX-License-Identifier: MIT
#include "match/check/quotation_part.hpp"

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/check_tuning.hpp"

namespace quoth::match {

std::vector<TokenRange> parts_of(QuotedWords const& quotation) {
  std::vector<TokenRange> parts;
  auto const words = quotation.tokens().size();
  std::size_t first = 0;
  for (std::size_t i = 1; i <= words; ++i) {
    if (i < words && quotation.join_before(i) == Join::none) continue;
    if (i - first >= PartTuning::shortest_part) parts.push_back({first, i});
    first = i;
  }
  return parts;
}

namespace {

bool is_same(std::size_t i, QuotedWords const& quotation, Reading const& reading) {
  auto const source = reading.alignment.source_of[i];
  return source != Alignment::unpaired &&
         same_word(quotation.tokens()[i], reading.passage->tokens()[static_cast<std::size_t>(source)]);
}

}  // namespace

bool stands_in(TokenRange part, QuotedWords const& quotation, Reading const& reading) {
  auto const& pairs = reading.alignment.source_of;
  if (part.size() == 1) return is_same(part.first, quotation, reading);
  std::size_t found = 0;
  for (auto i = part.first; i < part.last; ++i) {
    if (!is_same(i, quotation, reading)) continue;
    auto const with_last = i > part.first && is_same(i - 1, quotation, reading) && pairs[i - 1] + 1 == pairs[i];
    auto const with_next = i + 1 < part.last && is_same(i + 1, quotation, reading) && pairs[i] + 1 == pairs[i + 1];
    if (with_last || with_next) ++found;
  }
  return static_cast<double>(found) >= PartTuning::least_share * static_cast<double>(part.size());
}

bool is_absent_from(TokenRange part, QuotedWords const& quotation, Reading const& reading) {
  std::size_t found = 0;
  for (auto i = part.first; i < part.last; ++i) found += is_same(i, quotation, reading) ? 1 : 0;
  return static_cast<double>(found) < PartTuning::absent_share * static_cast<double>(part.size());
}

}  // namespace quoth::match
