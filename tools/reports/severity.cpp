// SPDX-License-Identifier: MIT
#include "tools/reports/severity.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "quoth/error.hpp"
#include "text/words/near_name.hpp"

namespace quoth::tools {

namespace {

constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};

// Whether it is a note that a newsroom may make more of.
bool may_be_raised(Verdict verdict) { return verdict == Verdict::unconfirmed || verdict == Verdict::unchecked; }

}  // namespace

std::vector<Verdict> const& verdicts_to_see() {
  static std::vector<Verdict> const verdicts = [] {
    std::vector<Verdict> found;
    std::ranges::copy_if(all_verdicts, std::back_inserter(found), must_be_seen);
    return found;
  }();
  return verdicts;
}

std::optional<Verdict> verdict_to_rule_on(std::string_view name) {
  auto const verdict = verdict_named(name);
  return verdict && (must_be_seen(*verdict) || may_be_raised(*verdict)) ? verdict : std::nullopt;
}

std::vector<std::string_view> names_to_rule_on() {
  std::vector<std::string_view> found;
  for (auto const verdict : all_verdicts) {
    if (verdict_to_rule_on(to_string(verdict))) found.push_back(to_string(verdict));
  }
  return found;
}

bool is_unchecked_speech(Finding const& finding) {
  return finding.verdict == Verdict::unchecked && finding.reason != UncheckedReason::not_speech;
}

bool is_to_confirm(Finding const& finding) {
  return finding.verdict == Verdict::unconfirmed && finding.set_aside.empty();
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

Severity Severities::of(Finding const& finding) const {
  auto const is_note = is_unsure(finding) || finding.reason == UncheckedReason::not_speech;
  return is_note ? Severity::note : of(finding.verdict);
}

bool Severities::is_raised(Finding const& finding) const {
  auto const may_be = finding.verdict == Verdict::unconfirmed || is_unchecked_speech(finding);
  return may_be && of(finding.verdict) > Severity::note;
}

bool Severities::is_unsure(Finding const& finding) const {
  auto const counts = must_be_seen(finding.verdict) || (finding.verdict == Verdict::unconfirmed && is_raised(finding));
  return counts && finding.confidence < least_confidence_;
}

bool Severities::concerns(Finding const& finding) const {
  return finding.needs_attention() || (finding.set_aside.empty() && is_raised(finding));
}

FailureThreshold::FailureThreshold(std::string_view name, Severities severities) : severities_(std::move(severities)) {
  if (auto const severity = severity_named(name)) {
    severity_ = *severity;
  } else if (auto const verdict = verdict_to_rule_on(name)) {
    verdict_ = *verdict;
    if (may_be_raised(*verdict) && !severities_.is_set(*verdict)) severities_.set(*verdict, Severity::warning);
  } else {
    auto known = names_to_rule_on();
    known.insert(known.end(), names.begin(), names.end());
    auto const meant = text::did_you_mean(name, known);
    throw Error("fail-on \"" + std::string(name) + "\" is no severity and no verdict to stop on" +
                (meant.empty() ? "; use altered, distorted, unconfirmed, unchecked, warning, error …" : meant));
  }
}

bool FailureThreshold::fails(Finding const& finding) const {
  return severities_.concerns(finding) && !severities_.is_unsure(finding) &&
         gravity_of(finding.verdict) >= gravity_of(verdict_) && severities_.of(finding) >= severity_;
}

}  // namespace quoth::tools
