// SPDX-License-Identifier: MIT
#include "quoth/verdict.hpp"

#include <algorithm>
#include <ostream>

namespace quoth {

namespace {

struct Row {
  std::string_view name;
  int gravity;
  bool must_be_seen;
  VerdictBasis basis;
  std::string_view meaning;
};

constexpr std::array rows{
#define QUOTH_VERDICT(name, gravity, must_be_seen, basis, meaning) \
  Row{#name, gravity, must_be_seen, VerdictBasis::basis, meaning},
#include "quoth/verdicts.def"
};

Row const& row_of(Verdict verdict) { return rows.at(static_cast<std::size_t>(verdict)); }

}  // namespace

std::string_view to_string(Verdict verdict) { return row_of(verdict).name; }

std::optional<Verdict> verdict_named(std::string_view name) {
  auto const* const found = std::ranges::find(rows, name, &Row::name);
  if (found == rows.end()) return std::nullopt;
  return static_cast<Verdict>(found - rows.begin());
}

std::ostream& operator<<(std::ostream& out, Verdict verdict) { return out << to_string(verdict); }

std::string_view meaning_of(Verdict verdict) { return row_of(verdict).meaning; }

VerdictBasis basis_of(Verdict verdict) { return row_of(verdict).basis; }

int gravity_of(Verdict verdict) { return row_of(verdict).gravity; }

bool must_be_seen(Verdict verdict) { return row_of(verdict).must_be_seen; }

}  // namespace quoth
