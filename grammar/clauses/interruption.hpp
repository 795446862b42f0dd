// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "grammar/clauses/phrase.hpp"
#include "grammar/marks/shape.hpp"

namespace quoth::grammar {

// "“The bridge—” Okafor paused—“is safe.”": one quotation, broken by what its speaker does. All are phrases.
struct Interruption {
  std::uint32_t first = 0;  // the quotation before
  std::uint32_t speaker = 0;
  std::uint32_t action = 0;  // a verb
  std::uint32_t second = 0;  // the quotation after
};

// The interruption of the quotation that is phrase `quotation`.
std::optional<Interruption> interruption_of(Tokens const& tokens, Phrases const& phrases,
                                            std::vector<Shape> const& shapes, std::uint32_t quotation);

// The interruption before or after that quotation.
std::optional<Interruption> interruption_beside(Tokens const& tokens, Phrases const& phrases,
                                                std::vector<Shape> const& shapes, std::uint32_t quotation);

}  // namespace quoth::grammar
