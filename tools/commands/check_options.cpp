// SPDX-License-Identifier: MIT
#include "tools/commands/check_options.hpp"

#include "tools/reports/doc_page.hpp"
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

void add_outcome_options(Command& command, CheckOptions& options) {
  auto const verdicts = names_to_rule_on();
  auto const names = names_with_pages();
  command
      .add_flag(
          "--diff", [&options] { options.article.report = ReportFormat::diff; },
          "Instead of a report a patch with the verbatim words, for git apply; the articles stay as they are")
      .excludes("--format");
  command
      .add("-o,--output", options.output,
           "Write the report to a file, whole or not at all; of HTML a folder gets a page an article")
      .value_name("FILE");
  command
      .add(
          "--fail-on", options.fail_on,
          "The least grave verdict or severity that makes the exit status 1; unconfirmed: also what a machine may have "
          "got wrong; unchecked: also speech that was not checked (default: altered)")
      .value_name("VERDICT")
      .offers({verdicts.begin(), verdicts.end()});
  command
      .add_share("--min-confidence", options.min_confidence,
                 "Findings of a lower confidence, from 0 to 1, do not count for the exit status and are listed apart "
                 "(default: 0.5)")
      .value_name("SHARE");
  command
      .add_repeatable(
          "--select", [&options](std::string const& name) { options.selection.select(name); },
          "Only findings of that verdict or class of edits, as quoth explain names them; the others are left out")
      .value_name("NAME")
      .offers_list({names.begin(), names.end()});
  command
      .add_repeatable(
          "--ignore", [&options](std::string const& name) { options.selection.ignore(name); },
          "Leave out findings of that verdict, or in which nothing but that class of edits is wrong")
      .value_name("NAME")
      .offers_list({names.begin(), names.end()});
  command
      .add_choice("--show", options.shown,
                  {{"all", Shown::all}, {"open", Shown::open}, {"attention", Shown::attention}},
                  "What the report lists: all; open: what is not settled, with speech that was not checked and what is "
                  "unsure; attention: what an editor must see or confirm")
      .value_name("WHAT");
  command
      .add_choice("--sort", options.order, {{"gravity", FindingOrder::gravity}, {"place", FindingOrder::place}},
                  "The gravest first, or in the order of the article's text (place)")
      .value_name("ORDER");
  command.add("--exit-zero", options.exit_zero, "Exit status 0 whatever is found");
  command.add("--baseline", options.baseline, "Findings set aside before; entries no longer needed are named")
      .value_name("FILE");
  command.add("--write-baseline", options.write_baseline, "Set aside all that is found now").value_name("FILE");
  command.add("--explain", options.explain, "Every edit with its class, its cost and the rule");
  command.add("-q,--quiet", options.quiet, "Only what an editor must see, or confirm against a recording or page");
}

}  // namespace

void add_check_options(Command& command, CheckOptions& options) {
  add_store_option(command, options.store);
  add_policy_option(command, options.policy);
  add_coverage_option(command, options.coverage, StoreCoverage::complete);
  add_date_option(command, options.date, "The article's day, where it names none");
  add_selection_options(command, options);
  add_article_options(command, options.article, check_formats());
  add_outcome_options(command, options);
}

}  // namespace quoth::tools
