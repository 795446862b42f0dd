// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "match/check/check.hpp"
#include "match/check/claim.hpp"
#include "quoth/finding.hpp"

namespace quoth::match {

// Whether a store should hold words that stand nowhere in it: what it is meant to hold decides, see StoreCoverage.
struct HeldSpeech {
  std::uint32_t sources = 0;  // the number of those that should have the words; 0 where it need not have them
  std::string which;          // what follows their number: "the store holds of Ada Quill"
  UncheckedReason reason = UncheckedReason::occasion_not_held;  // why it need not
  std::string why;                                              // the same as a sentence's end
  bool machine_made = false;                                    // whether a machine heard or read all of them
};

// Whether a transcript that names nobody may be the claimed speaker's.
bool may_be_unnamed(Claim const& claim, CandidateSource const& candidate_source);

// `claimed`: the speaker; empty where the article names nobody.
HeldSpeech held_speech(Claim const& claim, std::string_view claimed, CandidateSource const& candidate_source);

}  // namespace quoth::match
