// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "match/align/alignment.hpp"
#include "match/align/difference.hpp"
#include "match/speakers/speaker_match.hpp"
#include "quoth/candidate.hpp"

namespace quoth {

// A quotation read against one candidate.
struct Reading {
  Candidate const* candidate = nullptr;
  std::shared_ptr<Passage const> passage;
  Alignment alignment;
  TokenRange used;
  double support = 0;  // the share of the quotation's words, by weight, that stand in the passage in runs
  SpeakerRelation speaker = SpeakerRelation::unknown;
  std::size_t typesetting = 0;  // places set differently, see typesetting.hpp
  bool favoured = false;
  std::int32_t distance = 0;  // in days, between the source and the article; large where unknown

  // What ranks readings: the alignment's cost and the wrong speaker's surcharge, in hundredths of a word.
  std::int32_t rank_cost() const;
  // Up to which rank cost others are named beside this one: those as good, or nearly so where it is not exact.
  std::int32_t worst_beside() const;
  // The same for whatever reading turns out to be the best, this one or a better.
  std::int32_t worst_beside_best() const;
  // Whether these can be the quotation's words at all. Somebody else's must be closer to it.
  bool resembles() const;

 private:
  bool is_nearly_whole() const;
};

// What decides between places that hold the words equally well.
struct TieBreak {
  std::string_view date;               // the article's
  std::vector<std::int64_t> favoured;  // sources of its other quotations
};

// What a reading must be to matter.
struct ReadingLimit {
  std::int32_t most_cost = Alignment::no_limit;  // rank_cost
  bool not_foreign = false;                      // somebody else's is of no use
};

// Nothing where the reading is beyond the limit, or where it cannot resemble the quotation.
std::optional<Reading> read_candidate(QuotedWords const& quotation, Candidate const& candidate, SpeakerMatch& speakers,
                                      TieBreak const& ties, ReadingLimit limit = {});

// Whether `a` is the better reading; of two as good, the one in the shorter source, of which the words are more. A
// strict order that does not depend on the order of the candidates.
bool better(Reading const& a, Reading const& b);
}  // namespace quoth
