// SPDX-License-Identifier: MIT
#pragma once

#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

// Whether the mention, printed there, is no speaker's: a number ("45", "II"), "nobody", the place of a dateline.
bool is_no_speaker(Document const& document, Span mention);

}  // namespace quoth::grammar
