// SPDX-License-Identifier: MIT
#include "tools/reports/severity.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};

}  // namespace

std::vector<Verdict> const& verdicts_to_see() {
  static std::vector<Verdict> const verdicts = [] {
    std::vector<Verdict> found;
    std::ranges::copy_if(all_verdicts, std::back_inserter(found), must_be_seen);
    return found;
  }();
  return verdicts;
}

std::optional<Verdict> verdict_to_see(std::string_view name) {
  auto const verdict = verdict_named(name);
  return verdict && must_be_seen(*verdict) ? verdict : std::nullopt;
}

std::string_view to_string(Severity severity) { return names.at(static_cast<std::size_t>(severity)); }

std::optional<Severity> severity_named(std::string_view name) {
  auto const* const found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Severity>(found - names.begin());
}

Severity Severities::of(Verdict verdict) const {
  if (auto const found = set_.find(verdict); found != set_.end()) return found->second;
  if (!must_be_seen(verdict)) return Severity::note;
  return gravity_of(verdict) < gravity_of(Verdict::distorted) ? Severity::warning : Severity::error;
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
  return must_be_seen(verdict) && gravity_of(verdict) >= gravity_of(verdict_) && severities_.of(verdict) >= severity_;
}

}  // namespace quoth::tools
