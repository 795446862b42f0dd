// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "quoth/finding.hpp"
#include "quoth/verdict.hpp"

namespace quoth::tools {

// The verdicts that an editor must see, in the order of the verdicts.
std::vector<Verdict> const& verdicts_to_see();
// The verdict of that name that a threshold, a severity or a comment may be about: those an editor must see,
// `unconfirmed` and `unchecked`. Nothing for others.
std::optional<Verdict> verdict_to_rule_on(std::string_view name);
// The names of those verdicts.
std::vector<std::string_view> names_to_rule_on();

// Whether it is somebody's speech that was not checked, rather than no speech.
bool is_unchecked_speech(Finding const& finding);
// Whether the recording, or the page, is still to be looked up for it: `unconfirmed`, and not set aside.
bool is_to_confirm(Finding const& finding);

// The level at which build servers show a finding. A note never fails a build.
enum class Severity { note, warning, error };
std::string_view to_string(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

// Below it a verdict that accuses is more likely wrong than right.
constexpr double least_confidence_by_default = 0.5;

// The severity of each verdict. Built in: what an editor must see is an error where it is as grave as distorted or
// graver, and a warning otherwise; all others are notes.
class Severities {
 public:
  Severity of(Verdict verdict) const;
  // That of its verdict, but a note where it is unsure or no speech.
  Severity of(Finding const& finding) const;
  void set(Verdict verdict, Severity severity) { set_[verdict] = severity; }
  bool is_set(Verdict verdict) const { return set_.contains(verdict); }

  // Findings of a lower confidence are unsure: they stop nothing and are listed apart.
  void set_least_confidence(double confidence) { least_confidence_ = confidence; }
  double least_confidence() const { return least_confidence_; }
  bool is_unsure(Finding const& finding) const;
  // Whether reports list it among what an editor must look at: what must be seen, and what is unconfirmed or speech
  // that was not checked where that is more than a note; unless it was set aside.
  bool concerns(Finding const& finding) const;
  // Whether reports of findings have it at all: what concerns an editor, and what is to be confirmed.
  bool lists(Finding const& finding) const { return concerns(finding) || is_to_confirm(finding); }

 private:
  // Whether the newsroom made more than a note of a verdict that need not be seen.
  bool is_raised(Finding const& finding) const;

  std::map<Verdict, Severity> set_;
  double least_confidence_ = least_confidence_by_default;
};

// When the exit status is 1: at a verdict and all graver ones, or at a severity and all above it. Notes count only if
// the threshold is "note", and unsure findings never.
class FailureThreshold {
 public:
  // `unconfirmed` or `unchecked` as the threshold makes that one a warning, unless its severity was set. Throws Error
  // if `name` is neither a severity nor a verdict to rule on.
  FailureThreshold(std::string_view name, Severities severities);
  bool fails(Finding const& finding) const;
  Severities const& severities() const { return severities_; }

 private:
  Severities severities_;
  Verdict verdict_ = Verdict::verbatim;
  Severity severity_ = Severity::warning;
};

}  // namespace quoth::tools
