// SPDX-License-Identifier: MIT
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

#include "quoth/checker.hpp"
#include "quoth/error.hpp"
#include "quoth/limits.hpp"
#include "text/articles/article_format.hpp"
#include "text/articles/office/docx_comments.hpp"
#include "text/articles/office/odt_comments.hpp"
#include "text/files/file_content.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/article_file.hpp"
#include "tools/desk/config.hpp"
#include "tools/desk/output_file.hpp"
#include "tools/desk/source_date.hpp"
#include "tools/desk/suppression.hpp"
#include "tools/reports/counted.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/places_to_check.hpp"
#include "tools/reports/severity.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

namespace {

struct AnnotateOptions {
  std::string store;
  std::string file;
  std::string output;
  std::string policy;
  std::string date;
  std::optional<double> min_confidence;
  Limits limits;
  bool no_config = false;
};

std::string remark(Finding const& finding) {
  auto const sure = certainty(finding);
  auto text =
      fmt::format("{}{}: {}", to_string(finding.verdict), sure.empty() ? "" : ", " + sure, printable(finding.message));
  for (auto const& evidence : finding.evidence) {
    text += fmt::format("\n{}: {}", manner_of(evidence), printable(evidence.text));
    text += "\nsource: " + printable(whereabouts(evidence));
    if (!evidence.url.empty()) text += ", " + printable(evidence.url);
  }
  for (auto const& place : places_to_check(finding)) text += "\ncheck: " + printable(to_string(place));
  return text;
}

// The time now, or that of SOURCE_DATE_EPOCH, which makes the same bytes of the same article.
std::string time_of_check() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(source_date().value_or(std::time(nullptr))));
}

Checker checker_of(AnnotateOptions const& options, Config const& config, int& status) {
  auto const store = source_store(config, options.store);
  if (!store.whole) status = failure;
  return Checker({store.file, load_policy(config.policy_named(options.policy)), config.speakers, options.date,
                  check_threads, config.coverage.value_or(StoreCoverage::complete)});
}

bool is_of_format(text::FileContent& file, std::string_view name) {
  return std::ranges::any_of(text::article_formats(), [&](text::ArticleFormat const* format) {
    return format->name == name && format->recognises(file);
  });
}

void refuse_output(AnnotateOptions const& options, Config const& config, std::string const& baseline) {
  auto read = config.files_read(options.policy);
  read.insert(read.end(), {options.file, baseline});
  refuse_to_replace(options.output, read);
}

void run_annotate(AnnotateOptions const& options, int& status) {
  auto const config = config_for("", options.no_config, options.file);
  auto const baseline_file = config.baseline_file("");
  refuse_output(options, config, baseline_file);
  auto file = ArticleFile(options.file, {.limits = options.limits}).content();
  bool const is_odt = is_of_format(file, "odt");
  if (!is_odt && !is_of_format(file, "docx"))
    throw Error(options.file + ": is neither .docx nor .odt, in which alone comments can be put; use quoth check");
  auto copy = file.again();  // the reader frees what it has read
  auto const article = text::parse_article(copy, is_odt ? "odt" : "docx");
  auto const severities = config.severities_with(options.min_confidence);
  auto checked = checker_of(options, config, status).check(article);
  auto baseline = baseline_file.empty() ? Baseline() : Baseline::read(baseline_file);
  set_aside(article, checked, {}, &baseline);
  std::vector<text::OfficeComment> comments;
  std::vector<std::string> places;
  for (auto const& [quotation, finding] : checked) {
    if (!finding.needs_attention() && !is_to_confirm(finding)) continue;
    if (finding.needs_attention() && !severities.is_unsure(finding) && status == nothing_to_see)
      status = something_to_see;
    auto const span = span_at_fault(quotation, finding);
    comments.push_back({span, remark(finding)});
    places.push_back(fmt::format("{}, {}: {}", options.file, place_of(article, span.first), finding.message));
  }
  auto const with_comments = is_odt ? text::with_odt_comments : text::with_comments;
  auto const commented = with_comments(file, article, comments, {"quoth", "q", time_of_check()});
  OutputFile output(options.output);
  output.stream() << commented.bytes;
  output.commit();
  for (auto const number : commented.left_out) complain(places[number] + " (no comment can stand there)");
  auto const count = comments.size() - commented.left_out.size();
  std::cout << fmt::format("{}, {} in {}\n", counted(checked.size(), "quotation"), counted(count, "comment"),
                           printable(options.output));
}

}  // namespace

void add_annotate_command(Command& program, int& status) {
  auto command =
      program.add_command("annotate", "Write the findings into a copy of a Word or OpenDocument article, as comments");
  auto options = std::make_shared<AnnotateOptions>();
  command.add("FILE", options->file, "The article, a .docx or .odt").required();
  command.add("-o,--output", options->output, "The copy with the comments").required().value_name("FILE");
  add_store_option(command, options->store);
  add_policy_option(command, options->policy);
  add_date_option(command, options->date, "The article's day, where it names none");
  command
      .add_share("--min-confidence", options->min_confidence,
                 "Findings of a lower confidence, from 0 to 1, do not count for the exit status (default: 0.5)")
      .value_name("SHARE");
  command.add("--no-config", options->no_config, "Use no quoth.toml");
  add_limit_option(command, options->limits);
  command.footer(
      "Exit status: 0 nothing an editor must see, 1 something, 2 wrong usage or a failure.\n"
      "Example: quoth annotate --store quotes.db article.docx -o checked.docx");
  command.callback([options, &status] { run_annotate(*options, status); });
}

}  // namespace quoth::tools
