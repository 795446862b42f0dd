// SPDX-License-Identifier: MIT
#include "match/edits/run.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"

namespace quoth::match {

namespace {

// From this many words of another speaker on, the quotation mixes two speakers.
constexpr std::size_t shortest_foreign_stretch = 3;

}  // namespace

Run run_at(Alignment const& alignment, bool at_end) {
  constexpr std::size_t nearest_jump = 12;  // words
  auto const words = alignment.source_of.size();
  Run run;
  for (std::size_t k = 0; k < words; ++k) {
    auto const i = at_end ? words - 1 - k : k;
    if (alignment.source_of[i] == Alignment::unpaired) continue;
    auto const at = static_cast<std::size_t>(alignment.source_of[i]);
    if (run.spoken.empty()) {
      run = {{i, i + 1}, {at, at + 1}};
    } else if (at_end ? at >= run.spoken.first || at + 1 + nearest_jump < run.spoken.first
                      : at < run.spoken.last || at > run.spoken.last + nearest_jump) {
      break;
    } else if (at_end) {
      run.printed.first = i;
      run.spoken.first = at;
    } else {
      run.printed.last = i + 1;
      run.spoken.last = at + 1;
    }
  }
  return run;
}

TokenRange foreign_stretch(Passage const& passage, Alignment const& alignment) {
  std::map<std::string, std::size_t> words;
  for (auto source : alignment.source_of) {
    if (source != Alignment::unpaired) ++words[passage.turn_of(static_cast<std::size_t>(source)).speaker];
  }
  if (words.size() < 2) return {};
  auto const main = std::ranges::max_element(words, {}, [](auto const& entry) { return entry.second; })->first;
  TokenRange stretch;
  std::size_t count = 0;
  for (auto source : alignment.source_of) {
    auto const at = static_cast<std::size_t>(source);
    if (source == Alignment::unpaired || passage.turn_of(at).speaker == main) continue;
    if (stretch.empty()) stretch.first = at;
    if (at >= stretch.first) stretch.last = std::max(stretch.last, at + 1);
    ++count;
  }
  return count >= shortest_foreign_stretch ? stretch : TokenRange{};
}

Alignment without(Alignment alignment, std::vector<TokenRange> const& elsewhere) {
  for (auto range : elsewhere) {
    for (auto i = range.first; i < range.last; ++i) alignment.source_of[i] = Alignment::unpaired;
  }
  return alignment;
}

}  // namespace quoth::match
