// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "match/words/token.hpp"
#include "match/words/token_range.hpp"

namespace quoth::match {

// The rule of words left out that are nothing but a citation.
inline constexpr std::string_view citation_left_out = "a citation left out without a mark";

// Whether the words of the source are nothing but a citation: "see Marsh v. Okoro, 9 Carr. 45, 48 (1988)", "(Marsh
// 2031, p. 12)", "Marsh (2031)": names, numbers and the words of citations, with the sign of one among them.
bool is_citation(TokenSequence const& source, TokenRange words);

}  // namespace quoth::match
