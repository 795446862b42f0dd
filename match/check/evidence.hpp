// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "match/check/reading.hpp"
#include "match/edits/passage_text.hpp"
#include "quoth/finding.hpp"

namespace quoth {

// So many equally good passages are named at most.
constexpr std::size_t most_evidence = 8;

// The passage of a reading with its context, without edits. `shown` is the reading's own.
Evidence evidence_of(Reading const& reading);
Evidence evidence_of(Reading const& reading, PassageText const& shown);

}  // namespace quoth
