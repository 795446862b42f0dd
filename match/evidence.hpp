// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/verdict.hpp"
#include "reading.hpp"

namespace quoth {

// The passage of a reading with its context, without edits.
Evidence evidence_of(Reading const& reading);

}  // namespace quoth
