// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <iosfwd>
#include <optional>
#include <string_view>

namespace quoth {

/// What a check says of a quotation: the rows of verdicts.def, in their order.
enum class Verdict {
#define QUOTH_VERDICT(name, gravity, must_be_seen, basis, meaning) name,
#include "quoth/verdicts.def"
};

inline constexpr std::array all_verdicts{
#define QUOTH_VERDICT(name, gravity, must_be_seen, basis, meaning) Verdict::name,
#include "quoth/verdicts.def"
};

/// What a verdict rests on: the edits between passage and quotation, who said the passage, that a machine made the
/// passage, or that there is none.
enum class VerdictBasis { edits, speaker, machine, nothing };

std::string_view to_string(Verdict verdict);
/// Writes the name.
std::ostream& operator<<(std::ostream& out, Verdict verdict);
/// Nothing where no verdict has that name.
std::optional<Verdict> verdict_named(std::string_view name);
/// What it means, on one line.
std::string_view meaning_of(Verdict verdict);
VerdictBasis basis_of(Verdict verdict);
/// Where several verdicts apply, that of the greatest gravity is given.
int gravity_of(Verdict verdict);
bool must_be_seen(Verdict verdict);

}  // namespace quoth
