// SPDX-License-Identifier: MIT
#include "tools/commands/check_options.hpp"

#include "tools/reports/severity.hpp"

namespace quoth::tools {

namespace {

void add_selection_options(Command& command, CheckOptions& options) {
  command.add_arguments("FILE", options.files,
                        "Articles in any format below, folders and patterns of them; - is standard input");
  add_walk_option(command, options.with_ignored);
  command.add("--staged", options.staged, "The articles staged for commit, as the index holds them").excludes("FILE");
  command.add("--changed-only", options.changed_since, "The articles that differ from a revision")
      .value_name("REV")
      .excludes("FILE")
      .excludes("--staged");
  command.add("--changed-lines", options.changed_lines,
              "With --staged or --changed-only: only quotations in paragraphs that the change touches");
  command.add("--config", options.config, "A quoth.toml to use (default: the nearest above the article)")
      .value_name("FILE");
  command.add("--no-config", options.no_config, "Use no quoth.toml");
}

void add_check_outcome_options(Command& command, CheckOptions& options) {
  auto const verdicts = names_to_rule_on();
  command
      .add_flag(
          "--diff", [&options] { options.article.report = ReportFormat::diff; },
          "Instead of a report a patch with the verbatim words, for git apply; the articles stay as they are")
      .excludes("--format");
  command
      .add(
          "--fail-on", options.fail_on,
          "The least grave verdict or severity that makes the exit status 1; unconfirmed: also what a machine may have "
          "got wrong; unchecked: also speech that was not checked (default: altered)")
      .value_name("VERDICT")
      .offers({verdicts.begin(), verdicts.end()});
  add_outcome_options(command, options);
  command.add("--baseline", options.baseline, "Findings set aside before; entries no longer needed are named")
      .value_name("FILE");
  command.add("--write-baseline", options.write_baseline, "Set aside all that is found now").value_name("FILE");
}

}  // namespace

void add_check_options(Command& command, CheckOptions& options) {
  add_store_option(command, options.store);
  add_policy_option(command, options.policy);
  add_coverage_option(command, options.coverage, StoreCoverage::complete);
  add_date_option(command, options.date, "The article's day, where it names none");
  add_selection_options(command, options);
  add_article_options(command, options.article, check_formats());
  add_check_outcome_options(command, options);
}

}  // namespace quoth::tools
