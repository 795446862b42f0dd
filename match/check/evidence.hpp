// SPDX-License-Identifier: MIT
#pragma once

#include "match/check/reading.hpp"
#include "match/edits/passage_text.hpp"
#include "quoth/finding.hpp"

namespace quoth::match {

// The passage of a reading with its context, without edits. `shown` must be made from the same reading.
Evidence evidence_of(Reading const& reading);
Evidence evidence_of(Reading const& reading, PassageText const& shown);

}  // namespace quoth::match
