// SPDX-License-Identifier: MIT
#include "tools/audit/comparison_text.hpp"

#include <fmt/format.h>

#include <array>

#include "tools/reports/finding_text.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

constexpr std::array<std::string_view, 3> names{"new", "changed", "gone"};

std::string verdicts_of(db::ComparedFinding const& finding) {
  auto const before = finding.before.empty() ? "not there" : in_words(finding.before);
  auto const now = finding.now.empty() ? "no longer there" : in_words(finding.now);
  return fmt::format("{}, before {}", now, before);
}

}  // namespace

std::string comparison_text(db::AuditComparison const& comparison) {
  std::array<std::size_t, names.size()> counts{};
  std::string lines;
  for (auto const& finding : comparison.findings) {
    auto const change = static_cast<std::size_t>(finding.change);
    ++counts.at(change);
    auto const article = finding.article > 1 ? fmt::format(", article {}", finding.article) : "";
    constexpr std::size_t longest = 80;
    lines += fmt::format("{:<8}{}{}, line {}: {}: “{}” ({})\n", names.at(change), printable(finding.file), article,
                         finding.line, verdicts_of(finding), printable(beginning_of(finding.text, longest)),
                         finding.speaker.empty() ? "nobody named" : printable(finding.speaker));
  }
  return fmt::format("{} new, {} changed, {} gone, {} as before\n", counts[0], counts[1], counts[2], comparison.same) +
         lines;
}

}  // namespace quoth::tools
