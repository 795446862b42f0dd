// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "match/check/held_speech.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// Findings of quotations with whose words no passage was found, each with its message.

// One that was not checked. `why`: as the message goes on.
Finding unchecked(UncheckedReason reason, std::string why);
// One that is not checked, as such marks hold no speech of a source.
Finding no_speech(QuotationKind kind);
// One that the store should hold and does not. `words`, `segments`: how many it has.
Finding not_found(HeldSpeech const& held, std::size_t words, std::size_t segments);

}  // namespace quoth::match
