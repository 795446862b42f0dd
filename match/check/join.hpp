// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "match/align/passage.hpp"
#include "match/edits/passage_text.hpp"
#include "quoth/finding.hpp"
#include "quoth/policy.hpp"

namespace quoth::match {

// Where the words between two segments stand, by the segments' texts and what the article has between them.
JoinPlace join_place(std::string_view before, std::string_view between, std::string_view after);

// Two neighbouring stretches in one passage: the last token of the first one and the first token of the second.
struct Neighbours {
  std::size_t last = 0;
  std::size_t next = 0;
  JoinPlace at = JoinPlace::clause;
};

// The edits for what lies between them in the passage; none where they run on. Inside a sentence the stretches claim to
// run on, so a gap is a splice; at its end they claim their order only.
std::vector<Edit> join_edits(Passage const& passage, PassageText const& shown, Neighbours neighbours,
                             Policy const& policy);

// The words between them that were left out.
std::uint32_t words_between(Passage const& passage, Neighbours neighbours);

}  // namespace quoth::match
