// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "match/revision/version.hpp"
#include "quoth/finding.hpp"

namespace quoth::match {

// What came of comparing who is said to have said a quotation with who was said to before: `different` where both
// versions expressly name somebody, and not the same; `open` where either may mean the other.
SpeakerChecked compare_speakers(Version const& now, std::size_t quotation, Version const& before, std::size_t earlier);

}  // namespace quoth::match
