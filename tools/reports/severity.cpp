// SPDX-License-Identifier: MIT
#include "tools/reports/severity.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "quoth/error.hpp"

namespace quoth {

namespace {

constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};

}  // namespace

std::optional<Verdict> verdict_to_see(std::string_view name) {
  auto const* const found = std::ranges::find(verdicts_to_see, name, [](Verdict v) { return to_string(v); });
  if (found == verdicts_to_see.end()) return std::nullopt;
  return *found;
}

std::string_view to_string(Severity severity) { return names.at(static_cast<std::size_t>(severity)); }

std::optional<Severity> severity_named(std::string_view name) {
  auto const* const found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Severity>(found - names.begin());
}

Severity Severities::of(Verdict verdict) const {
  if (auto const found = set_.find(verdict); found != set_.end()) return found->second;
  switch (verdict) {
    case Verdict::distorted:
    case Verdict::not_found:
    case Verdict::misattributed:
      return Severity::error;
    case Verdict::altered:
    case Verdict::spliced:
    case Verdict::truncated:
      return Severity::warning;
    case Verdict::verbatim:
    case Verdict::permitted:
    case Verdict::unchecked:
      break;
  }
  return Severity::note;
}

FailureThreshold::FailureThreshold(std::string_view name, Severities severities) : severities_(std::move(severities)) {
  if (auto const severity = severity_named(name)) {
    severity_ = *severity;
  } else if (auto const verdict = verdict_to_see(name)) {
    verdict_ = *verdict;
  } else {
    throw Error("fail-on \"" + std::string(name) +
                "\" is no verdict an editor must see and no severity; use altered, distorted, warning, error …");
  }
}

bool FailureThreshold::fails(Verdict verdict) const {
  return must_be_seen(verdict) && verdict >= verdict_ && severities_.of(verdict) >= severity_;
}

}  // namespace quoth
