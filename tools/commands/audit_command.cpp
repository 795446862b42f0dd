// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <malloc.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <thread>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "quoth/version.hpp"
#include "text/articles/article_format.hpp"
#include "tools/audit/article_archive.hpp"
#include "tools/audit/article_worker.hpp"
#include "tools/audit/audit_export.hpp"
#include "tools/audit/audit_run.hpp"
#include "tools/audit/interrupt.hpp"
#include "tools/audit/progress_line.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/config.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

struct AuditOptions {
  std::string store;
  std::string out;
  std::vector<std::string> paths;
  std::string policy;
  std::string date;
  std::optional<StoreCoverage> coverage;
  std::string config;
  std::string baseline;
  ReadOptions input;
  unsigned jobs = 0;
  bool no_config = false;
  bool again = false;
  bool quiet = false;
};

Config config_of(AuditOptions const& options) {
  if (options.no_config) return {};
  return options.config.empty() ? find_config(fs::current_path()) : read_config(options.config);
}

AuditSettings settings_of(AuditOptions const& options) {
  auto const config = config_of(options);
  auto const configured = config.policy.empty() ? "ap" : config.policy;
  AuditSettings settings{options.input, {}, {}, options.jobs, options.again};
  settings.check = {config.store_file(options.store), load_policy(options.policy.empty() ? configured : options.policy),
                    config.speakers, options.date};
  settings.check.coverage = options.coverage.value_or(config.coverage.value_or(StoreCoverage::partial));
  if (!options.baseline.empty()) settings.baseline = Baseline::read(options.baseline);
  if (settings.jobs == 0) settings.jobs = std::max(std::thread::hardware_concurrency(), 1U);
  return settings;
}

void make_folder(fs::path const& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(folder.string() + ": cannot be made: " + error.message());
}

void report(AuditProgress const& progress, fs::path const& folder) {
  fmt::print(stderr, "{} articles ({} checked now, {} known from before), {} quotations to look at, {} errors: {}\n",
             progress.articles.load(), progress.checked.load(), progress.articles - progress.checked - progress.errors,
             progress.seen.load(), progress.errors.load(), (folder / "summary.html").string());
}

void run_audit(AuditOptions const& options, int& status) {
  auto const settings = settings_of(options);
  fs::path const folder = options.out;
  make_folder(folder);
  ArticleArchive const archive(options.paths, folder);
  db::AuditLog log(folder / "work.db");
  if (log.was_outdated())
    complain((folder / "work.db").string() + ": is of an older quoth; every article is checked again");
  AuditRun run(archive, settings, log);
  Interrupt const interrupt;
  {
    ProgressLine line(run.progress(), archive.bytes());
    run.run(
        [&] {
          if (!options.quiet) line.draw();
        },
        Interrupt::asked);
  }
  if (Interrupt::asked()) {
    throw Error(
        fmt::format("stopped after {} articles; run the same command again to go on", run.progress().articles.load()));
  }
  log.finish_run();
  // Returns memory to the system: the threads that checked have ended, but their heaps stay.
  malloc_trim(0);
  export_audit(log, folder,
               {{"quoth", QUOTH_VERSION},
                {"store", Store::open(settings.check.store).version()},
                {"policy", settings.check.policy.name()},
                {"coverage", std::string(to_string(settings.check.coverage))},
                {"date", settings.check.date}},
               settings.jobs);
  if (!options.quiet) report(run.progress(), folder);
  bool const clean = run.progress().seen == 0 && run.progress().errors == 0;
  status = clean ? nothing_to_see : something_to_see;
}

}  // namespace

void add_audit_command(Command& program, int& status) {
  auto command = program.add_command("audit", "Check whole archives, on all cores; an audit that was stopped goes on");
  auto options = std::make_shared<AuditOptions>();
  command.add("PATH", options->paths, "Files, folders and patterns of articles; .jsonl may be .gz or .zst").required();
  add_store_option(command, options->store);
  command.add("--out", options->out, "The folder for the results; the same one goes on where it was")
      .required()
      .value_name("DIR");
  command.add("--jobs", options->jobs, "Threads that check (default: one a core)").value_name("N");
  command.add("--policy", options->policy, "strict, ap or broadcast, or a policy file (default: ap)")
      .value_name("POLICY");
  add_coverage_option(command, options->coverage, StoreCoverage::partial);
  add_date_option(command, options->date, "The articles' day, where they name none");
  command.add("--baseline", options->baseline, "Findings set aside before, as check --write-baseline writes")
      .value_name("FILE");
  command.add("--again", options->again, "Check every article, also those known from before");
  command.add("--config", options->config, "A quoth.toml to use (default: the nearest above this folder)")
      .value_name("FILE");
  command.add("--no-config", options->no_config, "Use no quoth.toml");
  add_input_options(command, options->input);
  command.add("--quiet", options->quiet, "No progress and no closing line");
  command.footer(
      "Exit status: 0 nothing an editor must see, 1 something or an article that could not be read, 2 not finished.\n"
      "Example: quoth audit --store quotes.db --out audit-2031 articles/ wire-*.jsonl.zst");
  command.callback([options, &status] { run_audit(*options, status); });
}

}  // namespace quoth::tools
