// SPDX-License-Identifier: MIT
#include "tools/commands/diff_options.hpp"

#include <algorithm>
#include <utility>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

constexpr std::string_view on_dropped = "dropped";
constexpr std::string_view on_new = "new";

// Takes "dropped" and "new" out of the names, and says which of them were there. The verdict or severity that is left,
// "altered" where there is none.
std::string verdict_among(std::string_view names, bool& dropped, bool& is_new) {
  std::string verdict;
  for (std::size_t at = 0; at <= names.size();) {
    auto const end = std::min(names.find(',', at), names.size());
    auto const name = names.substr(at, end - at);
    if (name == on_dropped) {
      dropped = true;
    } else if (name == on_new) {
      is_new = true;
    } else if (verdict.empty()) {
      verdict = name;
    } else {
      throw Error("fail-on \"" + std::string(names) + "\" names two verdicts; the least grave of them is enough");
    }
    at = end + 1;
  }
  return verdict.empty() ? "altered" : verdict;
}

}  // namespace

void add_diff_options(Command& command, DiffOptions& options) {
  add_policy_option(command, options.policy);
  command.add_arguments("FILE", options.files,
                        "The old version and the new one, in any format below, - for standard input; with --rev or "
                        "--staged the articles to compare, all where none is named");
  command
      .add("--rev", options.revision,
           "In git: two revisions, A..B, or one that the work tree is compared with; renames are followed")
      .value_name("A..B");
  command.add("--staged", options.staged, "In git: the articles staged for commit, with what they are in HEAD")
      .excludes("--rev");
  command.add("--config", options.config, "A quoth.toml to use (default: the nearest above the new version)")
      .value_name("FILE");
  command.add("--no-config", options.no_config, "Use no quoth.toml");
  add_article_options(command, options.article, check_formats());
  auto names = names_to_rule_on();
  names.insert(names.end(), {on_dropped, on_new});
  command
      .add(
          "--fail-on", options.fail_on,
          "The least grave verdict or severity that makes the exit status 1; with a comma before it dropped, new: also "
          "quotations that are gone or were not there (default: altered)")
      .value_name("VERDICT")
      .offers({names.begin(), names.end()});
  add_outcome_options(command, options);
}

DiffThreshold::DiffThreshold(std::string_view names, Severities const& severities)
    : threshold_(verdict_among(names, on_dropped_, on_new_), severities) {}

bool DiffThreshold::fails(Revision const& revision) const {
  if (on_dropped_ && !revision.dropped.empty()) return true;
  return std::ranges::any_of(revision.quotations, [this](RevisedQuotation const& one) {
    bool const is_new = one.is_new() && one.finding.reason != UncheckedReason::not_speech;
    return threshold_.fails(one.finding) || (on_new_ && is_new);
  });
}

}  // namespace quoth::tools
