// SPDX-License-Identifier: MIT
#include "match/check/part_search.hpp"

#include <algorithm>
#include <numeric>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/check/candidate_reader.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/quotation_part.hpp"

namespace quoth::match {

namespace {

std::optional<Reading> look_for(TokenRange part, QuotedWords const& quotation, CandidateReader& reader) {
  auto const& tokens = quotation.tokens();
  QuotedWords const alone({tokens.stretch(part.first, part.last)}, tokens.language());
  return reader.read_part(alone, PartTuning::least_part_support);
}

}  // namespace

std::vector<FoundPart> find_parts_beside(Reading const& best, QuotedWords const& quotation, TokenRange within,
                                         CandidateReader& reader) {
  std::vector<FoundPart> found;
  auto parts = parts_of(quotation);
  std::erase_if(parts, [&](TokenRange part) { return part.first < within.first || part.last > within.last; });
  if (parts.size() < 2) return found;
  std::size_t searches = 0;
  for (auto part : parts) {
    if (stands_in(part, quotation, best)) continue;
    if (++searches > PartTuning::most_searches) break;
    auto reading = look_for(part, quotation, reader);
    if (reading || is_absent_from(part, quotation, best)) found.push_back({part, std::move(reading)});
  }
  return found;
}

std::vector<FoundPart> find_parts_alone(QuotedWords const& quotation, CandidateReader& reader) {
  auto const parts = parts_of(quotation);
  if (parts.size() < 2) return {};
  std::vector<FoundPart> found;
  for (std::size_t i = 0; i < std::min(parts.size(), PartTuning::most_searches); ++i)
    found.push_back({parts[i], std::nullopt});
  // Longest first: for most quotations that are not in the store, one search is then enough.
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return found[i].words.size(); });
  auto could_stand = std::accumulate(found.begin(), found.end(), std::size_t{0},
                                     [](std::size_t sum, FoundPart const& part) { return sum + part.words.size(); });
  auto const is_most = [&] { return 2 * could_stand > quotation.tokens().size(); };
  for (auto i : order) {
    if (!is_most()) return {};
    found[i].reading = look_for(found[i].words, quotation, reader);
    if (!found[i].reading) could_stand -= found[i].words.size();
  }
  if (!is_most()) found.clear();
  return found;
}

}  // namespace quoth::match
