// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "quoth/verdict.hpp"

namespace quoth::tools {

// The verdicts that an editor must see, in the order of the verdicts.
std::vector<Verdict> const& verdicts_to_see();
// The verdict of that name; nothing if an editor need not see it or there is none.
std::optional<Verdict> verdict_to_see(std::string_view name);

// The level at which build servers show a finding. A note never fails a build.
enum class Severity { note, warning, error };
std::string_view to_string(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

// The severity of each verdict. Built in: what an editor must see is an error where it is as grave as distorted or
// graver, and a warning otherwise; all others are notes.
class Severities {
 public:
  Severity of(Verdict verdict) const;
  void set(Verdict verdict, Severity severity) { set_[verdict] = severity; }
  bool is_set(Verdict verdict) const { return set_.contains(verdict); }

 private:
  std::map<Verdict, Severity> set_;
};

// When the exit status is 1: at a verdict and all graver ones, or at a severity and all above it. Notes count only if
// the threshold is "note".
class FailureThreshold {
 public:
  // Throws Error if `name` is neither a verdict an editor must see nor a severity.
  FailureThreshold(std::string_view name, Severities severities);
  bool fails(Verdict verdict) const;

 private:
  Severities severities_;
  Verdict verdict_ = Verdict::altered;
  Severity severity_ = Severity::warning;
};

}  // namespace quoth::tools
