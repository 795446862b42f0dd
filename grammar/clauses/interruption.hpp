// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "grammar/clauses/phrase.hpp"

namespace quoth::grammar {

struct SpanFeatures;

// A quotation that is interrupted by what its speaker does: "“The bridge—” Okafor paused—“is safe.”" The members are
// indices of phrases.
struct Interruption {
  std::uint32_t first = 0;  // the quotation before
  std::uint32_t speaker = 0;
  std::uint32_t action = 0;  // a verb
  std::uint32_t second = 0;  // the quotation after
};

// The interruption whose first half is the quotation at phrase `quotation`.
std::optional<Interruption> interruption_of(Tokens const& tokens, Phrases const& phrases,
                                            std::vector<SpanFeatures> const& features_by_span, std::uint32_t quotation);

// The interruption of which that quotation is either half.
std::optional<Interruption> interruption_beside(Tokens const& tokens, Phrases const& phrases,
                                                std::vector<SpanFeatures> const& features_by_span,
                                                std::uint32_t quotation);

}  // namespace quoth::grammar
