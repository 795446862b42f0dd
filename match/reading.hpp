// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "alignment.hpp"
#include "difference.hpp"
#include "quoth/store.hpp"
#include "speaker_match.hpp"

namespace quoth {

// A quotation read against one candidate.
struct Reading {
  Candidate const* candidate = nullptr;
  std::shared_ptr<Passage const> passage;
  Alignment alignment;
  TokenRange used;
  double support = 0;  // the share of the quotation's words, by weight, that stand in the passage in runs
  SpeakerRelation speaker = SpeakerRelation::unknown;
  bool favoured = false;
  std::int32_t distance = 0;  // in days, between the source and the article; large where unknown

  // What ranks readings: the alignment's cost and the wrong speaker's surcharge, in hundredths of a word.
  std::int32_t rank_cost() const;
};

// What decides between places that hold the words equally well.
struct TieBreak {
  std::string_view date;               // the article's
  std::vector<std::int64_t> favoured;  // sources of its other quotations
};

Reading read_candidate(QuotedWords const& quotation, Candidate const& candidate, SpeakerMatch& speakers,
                       TieBreak const& ties);

// Whether `a` is the better reading. A strict order that does not depend on the order of the candidates.
bool better(Reading const& a, Reading const& b);

// A reading below this support is of other words.
constexpr double least_support = 0.5;

}  // namespace quoth
