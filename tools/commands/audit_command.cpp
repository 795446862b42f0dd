// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <thread>

#include "quoth/error.hpp"
#include "quoth/version.hpp"
#include "text/articles/article_format.hpp"
#include "tools/audit/article_archive.hpp"
#include "tools/audit/article_worker.hpp"
#include "tools/audit/audit_export.hpp"
#include "tools/audit/audit_merge.hpp"
#include "tools/audit/audit_part.hpp"
#include "tools/audit/audit_progress.hpp"
#include "tools/audit/audit_run.hpp"
#include "tools/audit/audit_sample.hpp"
#include "tools/audit/comparison_text.hpp"
#include "tools/audit/interrupt.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/config.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;
using db::AuditFacts;
using db::AuditLog;
using db::AuditTotals;

struct AuditOptions {
  std::string store;
  std::string out;
  std::string part;
  std::string merged;
  std::string older;
  std::string judged;
  unsigned sample = 0;
  std::size_t seed = 0;
  CsvStyle csv_style = CsvStyle::any;
  std::vector<std::string> paths;
  std::string policy;
  std::string date;
  std::string outlet_from;
  std::optional<StoreCoverage> coverage;
  std::optional<double> min_confidence;
  std::string config;
  std::string baseline;
  ReadOptions input;
  unsigned jobs = 0;
  bool no_config = false;
  bool again = false;
  bool quiet = false;
};

unsigned jobs_of(AuditOptions const& options) {
  return options.jobs != 0 ? options.jobs : std::max(std::thread::hardware_concurrency(), 1U);
}

// `all_read`: whether no source that quoth.toml names was left out.
AuditSettings settings_of(AuditOptions const& options, bool& all_read) {
  auto const config = config_for(options.config, options.no_config, fs::current_path());
  AuditSettings settings{options.input, {}, {}, jobs_of(options), options.again};
  if (!options.part.empty()) settings.part = read_audit_part(options.part);
  auto const store = source_store(config, options.store);
  all_read = store.whole;
  settings.check = {store.file, load_policy(config.policy_named(options.policy)), config.speakers, options.date};
  settings.check.coverage = options.coverage.value_or(config.coverage.value_or(StoreCoverage::partial));
  if (!options.outlet_from.empty()) settings.path_facts.emplace(options.outlet_from);
  settings.least_confidence = config.severities_with(options.min_confidence).least_confidence();
  if (auto const baseline = config.baseline_file(options.baseline); !baseline.empty())
    settings.baseline = Baseline::read(baseline);
  return settings;
}

void make_folder(fs::path const& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(folder.string() + ": cannot be made: " + error.message());
}

std::string summary_in(fs::path const& folder) { return (folder / "summary.html").string(); }

// `results` says where to look.
void report(AuditTotals const& totals, double least_confidence, std::string const& how, std::string const& results) {
  auto const unsure =
      totals.unsure == 0 ? "" : fmt::format(" and {} {}", totals.unsure, less_than_sure(least_confidence));
  fmt::print(stderr, "{} articles ({}), {} quotations to look at{}, {} errors: {}\n", totals.articles, how, totals.seen,
             unsure, totals.errors, results);
}

// What of the articles is missing in the tables, where paths may have it.
void report_missing(AuditProgress const& progress, AuditSettings const& settings) {
  auto const undated = progress.undated.load();
  auto const without_outlet = progress.without_outlet.load();
  if (settings.path_facts || undated + without_outlet == 0) return;
  fmt::print(stderr,
             "{} articles name no date, {} no outlet; where their paths do: --outlet-from "
             "\"FOLDER/{{outlet}}/{{date}}-*.md\"\n",
             undated, without_outlet);
}

int status_of(AuditTotals const& totals) {
  return totals.seen == 0 && totals.errors == 0 ? nothing_to_see : something_to_see;
}

AuditFacts facts_of(AuditSettings const& settings, AuditRun const& run) {
  AuditFacts facts{{"quoth", QUOTH_VERSION},
                   {"store", run.store_version()},
                   {"policy", settings.check.policy.name()},
                   {"coverage", std::string(to_string(settings.check.coverage))},
                   {"date", settings.check.date},
                   {"min_confidence", fmt::format("{}", settings.least_confidence)},
                   {"settings", settings_digest(settings)},
                   {"archive", run.archive_digest()}};
  if (settings.path_facts) facts.emplace_back("outlet_from", settings.path_facts->pattern());
  if (settings.part) facts.emplace_back("part", to_string(*settings.part));
  return facts;
}

void run_audit(AuditOptions const& options, int& status) {
  bool all_read = true;
  auto const settings = settings_of(options, all_read);
  fs::path const folder = options.out;
  make_folder(folder);
  ArticleArchive const archive(options.paths, folder);
  AuditLog log(folder / "work.db");
  if (log.was_outdated())
    complain((folder / "work.db").string() + ": is of an older quoth; every article is checked again");
  AuditRun run(archive, settings, log);
  Interrupt const interrupt;
  {
    ProgressLine line;
    auto const bytes = options.quiet ? 0 : archive.bytes();
    run.run(
        [&] {
          if (!options.quiet && line.is_due()) draw(run.progress(), bytes, line);
        },
        Interrupt::asked);
  }
  if (Interrupt::asked()) {
    throw Error(
        fmt::format("stopped after {} articles; run the same command again to go on", run.progress().articles.load()));
  }
  auto const facts = facts_of(settings, run);
  log.finish_run(facts);
  // Returns memory to the system: the threads that checked have ended, but their heaps stay.
  malloc_trim(0);
  if (!settings.part) export_audit(log, folder, facts, settings.jobs, options.csv_style);
  auto const& progress = run.progress();
  AuditTotals const totals{progress.articles, progress.seen, progress.errors, progress.unsure};
  if (!options.quiet) {
    report(totals, settings.least_confidence,
           fmt::format("{} checked now, {} known from before", progress.checked.load(),
                       totals.articles - progress.checked - totals.errors),
           settings.part ? fmt::format("part {}; quoth audit --merge writes the results of all parts", options.part)
                         : summary_in(folder));
    report_missing(progress, settings);
  }
  status = all_read ? status_of(totals) : something_to_see;
}

void merge_parts(AuditOptions const& options, int& status) {
  fs::path const folder = options.merged;
  std::vector<fs::path> const parts(options.paths.begin(), options.paths.end());
  for (auto const& part : parts) {
    std::error_code ignored;
    if (fs::equivalent(part, folder, ignored))
      throw Error(folder.string() + ": is one of the parts; name another folder for the whole");
  }
  make_folder(folder);
  AuditLog log(folder / "work.db");
  auto const facts = merge_audit(parts, log);
  log.finish_run(facts);
  export_audit(log, folder, facts, jobs_of(options), options.csv_style);
  auto const least_confidence = least_confidence_in(facts);
  auto const totals = log.totals(least_confidence);
  if (!options.quiet) report(totals, least_confidence, fmt::format("of {} parts", parts.size()), summary_in(folder));
  status = status_of(totals);
}

// The only folder at PATH; `option` needs it.
fs::path folder_at(AuditOptions const& options, char const* option, char const* what) {
  if (options.paths.size() != 1) throw Error(fmt::format("{} takes one folder more, {}", option, what));
  return options.paths.front();
}

void compare(AuditOptions const& options, int& status) {
  auto const newer = folder_at(options, "--compare OLD", "of the newer audit");
  auto const comparison = db::compare_audits(fs::path(options.older) / "audit.db", newer / "audit.db");
  fmt::print("{}", comparison_text(comparison));
  auto const is_worse = [](db::ComparedFinding const& one) { return one.change != db::FindingChange::gone; };
  status = std::ranges::any_of(comparison.findings, is_worse) ? something_to_see : nothing_to_see;
}

void sample(AuditOptions const& options) {
  auto const folder = folder_at(options, "--sample N", "of a finished audit");
  auto const drawn = write_sample(folder, options.sample, options.seed, options.csv_style);
  if (!options.quiet)
    fmt::print(stderr, "{} findings to judge: fill in {}, beside {}\n", drawn, (folder / "sample.csv").string(),
               (folder / "sample.html").string());
}

void judge(AuditOptions const& options) {
  auto const folder = folder_at(options, "--judged FILE", "of the audit that the sample is of");
  fmt::print("{}", precision_text(write_precision(folder, options.judged)));
}

void run(AuditOptions const& options, int& status) {
  if (options.sample > 0) return sample(options);
  if (!options.judged.empty()) return judge(options);
  if (!options.older.empty()) return compare(options, status);
  if (!options.merged.empty()) return merge_parts(options, status);
  if (options.out.empty()) throw Error("--out is required; name a folder for the results");
  run_audit(options, status);
}

void add_sample_options(Command& command, AuditOptions& options) {
  constexpr long most_drawn = 2000;  // nobody judges more, and one page shows them
  command
      .add("--sample", options.sample,
           "Draw N findings of the finished audit at PATH, some of each verdict, for people to judge")
      .value_name("N")
      .between(1, most_drawn)
      .excludes("--out")
      .excludes("--part")
      .excludes("--merge")
      .excludes("--compare");
  command.add("--seed", options.seed, "Another number draws another sample (default: 0)").value_name("S");
  command
      .add("--judged", options.judged,
           "Read the sample that was filled in, of the audit at PATH: how often each verdict is right")
      .value_name("FILE")
      .excludes("--out")
      .excludes("--part")
      .excludes("--merge")
      .excludes("--compare")
      .excludes("--sample");
}

}  // namespace

void add_audit_command(Command& program, int& status) {
  auto command = program.add_command("audit", "Check whole archives, on all cores; an audit that was stopped goes on");
  auto options = std::make_shared<AuditOptions>();
  command.add_arguments("PATH", options->paths, "Files, folders and patterns of articles; .jsonl may be .gz or .zst")
      .required();
  add_store_option(command, options->store);
  command.add("-o,--out", options->out, "The folder for the results; the same one goes on where it was")
      .value_name("DIR");
  command.add("--part", options->part, "Check the I-th of N parts of the archive only, for --merge").value_name("I/N");
  command.add("--merge", options->merged, "Merge finished parts, the folders at PATH, into one audit in this folder")
      .value_name("DIR")
      .excludes("--out")
      .excludes("--part");
  command
      .add("--compare", options->older,
           "Compare the audit in this folder with a newer one, the folder at PATH: what is new, changed and gone")
      .value_name("OLD")
      .excludes("--out")
      .excludes("--part")
      .excludes("--merge");
  add_sample_options(command, *options);
  command.add("-j,--jobs", options->jobs, "Threads that check (default: one a core)").value_name("N");
  add_policy_option(command, options->policy);
  add_coverage_option(command, options->coverage, StoreCoverage::partial);
  add_date_option(command, options->date, "The articles' day, where they name none");
  command
      .add("--outlet-from", options->outlet_from,
           "Where paths tell what articles do not say: articles/{outlet}/{date}-*.md; {author} and {section} too, * is "
           "anything")
      .value_name("PATTERN")
      .excludes("--merge");
  command
      .add_share("--min-confidence", options->min_confidence,
                 "Findings of a lower confidence, from 0 to 1, do not count for the exit status and are counted apart "
                 "(default: 0.5)")
      .value_name("SHARE")
      .excludes("--merge");
  command.add("--baseline", options->baseline, "Findings set aside before, as check --write-baseline writes")
      .value_name("FILE");
  command
      .add_choice(
          "--csv-for", options->csv_style,
          std::map<std::string, CsvStyle>{
              {"any", CsvStyle::any}, {"excel", CsvStyle::excel}, {"excel-semicolon", CsvStyle::excel_semicolon}},
          "For whom CSV files are: any program, excel, or excel-semicolon where a comma is the decimal mark "
          "(default: any)")
      .value_name("PROGRAM");
  command.add("--again", options->again, "Check every article, also those known from before");
  command.add("--config", options->config, "A quoth.toml to use (default: the nearest above this folder)")
      .value_name("FILE");
  command.add("--no-config", options->no_config, "Use no quoth.toml");
  add_input_options(command, options->input);
  command.add("-q,--quiet", options->quiet, "No progress and no closing line");
  command.footer(
      "Exit status: 0 nothing an editor must see, 1 something or an article that could not be read, 2 not finished.\n"
      "Example: quoth audit --store quotes.db --out audit-2031 articles/ wire-*.jsonl.zst\n"
      "On several machines: quoth audit --store quotes.db --part 2/8 --out part-2 articles/, and last\n"
      "quoth audit --merge audit-2031 part-1 part-2 …\n"
      "How far to trust it: quoth audit --sample 100 audit-2031, fill in audit-2031/sample.csv, and\n"
      "quoth audit --judged audit-2031/sample.csv audit-2031");
  command.callback([options, &status] { run(*options, status); });
}

}  // namespace quoth::tools
