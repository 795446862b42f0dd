// SPDX-License-Identifier: MIT
#include <array>

#include "quoth/finding.hpp"
#include "quoth/store_coverage.hpp"

namespace quoth {

std::string_view to_string(JoinPlace place) { return place == JoinPlace::clause ? "clause" : "sentence"; }

std::string_view to_string(SpeakerChecked checked) {
  constexpr std::array<std::string_view, 6> names{"same", "different", "reported", "unnamed", "open", "none"};
  return names.at(static_cast<std::size_t>(checked));
}

std::string_view to_string(UncheckedReason reason) {
  constexpr std::array<std::string_view, 6> names{"not_speech",       "too_common",        "nobody_named",
                                                  "speaker_not_held", "occasion_not_held", "language"};
  return names.at(static_cast<std::size_t>(reason));
}

std::string_view to_string(StoreCoverage coverage) {
  return coverage == StoreCoverage::complete ? "complete" : "partial";
}

std::optional<StoreCoverage> store_coverage_named(std::string_view name) {
  for (auto const coverage : {StoreCoverage::complete, StoreCoverage::partial})
    if (name == to_string(coverage)) return coverage;
  return std::nullopt;
}

}  // namespace quoth
