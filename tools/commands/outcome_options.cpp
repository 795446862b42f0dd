// SPDX-License-Identifier: MIT
#include "tools/commands/outcome_options.hpp"

#include "quoth/error.hpp"
#include "tools/reports/doc_page.hpp"

namespace quoth::tools {

void add_outcome_options(Command& command, OutcomeOptions& options) {
  auto const names = names_with_pages();
  command
      .add("-o,--output", options.output,
           "Write the report to a file, whole or not at all; of HTML a folder gets a page an article")
      .value_name("FILE");
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
  command.add("--explain", options.explain, "Every edit with its class, its cost and the rule");
  command.add("-q,--quiet", options.quiet, "Only what an editor must see, or confirm against a recording or page");
}

ReportOptions report_options_of(OutcomeOptions const& outcome, ReportFormat format, Terminal const& terminal) {
  if (format != ReportFormat::text && format != ReportFormat::html && format != ReportFormat::csv &&
      (outcome.shown || outcome.order))
    throw Error("--show and --sort are for reports that people read: use --format text, html or csv");
  ReportOptions report;
  report.format = format;
  report.terminal = terminal;
  report.explain = outcome.explain;
  report.quiet = outcome.quiet;
  report.shown = outcome.shown.value_or(outcome.quiet ? Shown::attention : Shown::all);
  report.order = outcome.order;
  return report;
}

}  // namespace quoth::tools
