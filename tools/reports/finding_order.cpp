// SPDX-License-Identifier: MIT
#include "tools/reports/finding_order.hpp"

#include <algorithm>
#include <utility>

namespace quoth::tools {

Part part_of(Finding const& finding, Severities const& severities) {
  if (severities.is_unsure(finding) && finding.set_aside.empty()) return Part::unsure;
  if (severities.concerns(finding)) return Part::to_see;
  return is_to_confirm(finding) ? Part::to_confirm : Part::others;
}

bool is_shown(Finding const& finding, Shown shown, Severities const& severities) {
  if (shown == Shown::all) return true;
  auto const part = part_of(finding, severities);
  if (part == Part::to_see || part == Part::to_confirm) return true;
  return shown == Shown::open && finding.set_aside.empty() && (part == Part::unsure || is_unchecked_speech(finding));
}

std::vector<CheckedQuotation const*> ordered(std::vector<CheckedQuotation> const& checked, FindingOrder order,
                                             Severities const& severities) {
  std::vector<CheckedQuotation const*> findings;
  findings.reserve(checked.size());
  for (auto const& one : checked) findings.push_back(&one);
  if (order == FindingOrder::place) return findings;
  auto const urgency = [&](CheckedQuotation const* one) {
    auto const gravity = one->finding.verdict == Verdict::unchecked ? -1 : gravity_of(one->finding.verdict);
    return std::pair(part_of(one->finding, severities), -gravity);
  };
  std::ranges::stable_sort(findings, {}, urgency);
  return findings;
}

}  // namespace quoth::tools
