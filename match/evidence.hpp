// SPDX-License-Identifier: MIT
#pragma once

#include "passage_text.hpp"
#include "quoth/verdict.hpp"
#include "reading.hpp"

namespace quoth {

// The passage of a reading with its context, without edits. `shown` is the reading's own.
Evidence evidence_of(Reading const& reading);
Evidence evidence_of(Reading const& reading, PassageText const& shown);

}  // namespace quoth
