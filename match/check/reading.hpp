// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "match/align/alignment.hpp"
#include "match/letters/letter_likeness.hpp"
#include "match/speakers/speaker_match.hpp"
#include "match/words/token_range.hpp"
#include "quoth/candidate.hpp"

namespace quoth::match {

class Passage;
class QuotedWords;

// A quotation aligned with one candidate.
struct Reading {
  Candidate const* candidate = nullptr;
  std::shared_ptr<Passage const> passage;
  Alignment alignment;
  TokenRange used;
  double support = 0;      // weighted share of the quotation's words that the passage has in runs, in [0, 1]
  LetterLikeness letters;  // what letters the passage has of it; of nothing where that need not be asked
  double sound = 0;        // how much the passage sounds like it, see sound_support; 0 where it need not be asked
  SpeakerRelation speaker = SpeakerRelation::unknown;
  std::size_t typesetting = 0;  // differences in typography, see typesetting.hpp
  bool favoured = false;
  std::int32_t distance = 0;  // in days, between source and article; very large where unknown
  std::size_t witnesses = 0;  // other readings that are of the same recording, see witnesses.hpp
  bool quoted = false;        // a document quotes the claimed speaker with it; only told where the speaker is unknown
  bool later = false;         // the source is later than the article, which cannot have quoted it

  // The primary ranking, in hundredths of a word: the cost of the alignment plus a surcharge for the wrong speaker.
  // Less is better.
  std::int32_t rank_cost() const;
  // The highest rank cost of readings listed beside this one: equal to its own, or a little higher if it is not exact.
  std::int32_t worst_beside() const;
  // An upper bound of worst_beside() of the best reading, which is this one or a better one.
  std::int32_t worst_beside_best() const;
  // Whether this passage can be the origin of the quotation. Another speaker's passage must be more similar.
  bool resembles() const;
  // The reading of some of the quotation's tokens, whose words alone are `words`; its costs remain those of the whole.
  Reading part(TokenRange tokens, QuotedWords const& words) const;

 private:
  bool is_nearly_whole() const;
};

// What breaks ties between passages with the words equally well.
struct TieBreak {
  std::string_view date;               // the article's
  std::vector<std::int64_t> favoured;  // sources of the article's other quotations
};

// The conditions under which a reading matters.
struct ReadingLimit {
  std::int32_t most_cost = Alignment::no_limit;  // the highest rank_cost()
  bool not_foreign = false;                      // drop readings of another speaker
};

// Aligns the quotation with a candidate. Nothing where the reading is beyond the limit or cannot resemble the
// quotation. The reading points to the candidate, which must outlive it.
std::optional<Reading> read_candidate(QuotedWords const& quotation, Candidate const& candidate, SpeakerMatch& speakers,
                                      TieBreak const& ties, ReadingLimit limit = {});

// Whether `a` is the better reading; among equals, the one in the shorter source. A strict order (total by source id)
// that does not depend on the order of the candidates.
bool better(Reading const& a, Reading const& b);
}  // namespace quoth::match
