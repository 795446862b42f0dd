// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "quoth/checker.hpp"
#include "quoth/error.hpp"
#include "text/articles/is_jsonl.hpp"
#include "text/files/file_bytes.hpp"
#include "tools/commands/check_facts.hpp"
#include "tools/commands/check_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/commands/report_output.hpp"
#include "tools/desk/article_file.hpp"
#include "tools/desk/changed_lines.hpp"
#include "tools/desk/config.hpp"
#include "tools/desk/git/git.hpp"
#include "tools/desk/language_notice.hpp"
#include "tools/desk/large_pages.hpp"
#include "tools/desk/mistaken_file.hpp"
#include "tools/desk/output_file.hpp"
#include "tools/desk/source_name.hpp"
#include "tools/desk/staged_articles.hpp"
#include "tools/desk/suppression.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/formats/report_writer.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// Where a quoth.toml is looked for: a pipe lies in no folder of articles.
fs::path place_of_articles(CheckOptions const& options) {
  if (options.files.empty() || options.files.front() == "-") return fs::current_path();
  std::error_code ignored;
  fs::path const file = options.files.front();
  return fs::is_fifo(fs::status(file, ignored)) ? fs::current_path() : file;
}

Config config_of(CheckOptions const& options) {
  return config_for(options.config, options.no_config, place_of_articles(options));
}

// One run of `check` over all files: reads, checks, sets aside, reports. Files are `staged` ones where that is given.
class CheckRun {
 public:
  CheckRun(CheckOptions const& options, Config const& config, int& status, StagedArticles* staged = nullptr)
      : options_(options),
        status_(status),
        staged_(staged),
        threshold_(config.fail_on_named(options.fail_on), config.severities_with(options.min_confidence)),
        store_(source_store(config, options.store)),
        settings_(config.files_read(options.policy)),
        policy_(load_policy(config.policy_named(options.policy))),
        coverage_(options.coverage.value_or(config.coverage.value_or(StoreCoverage::complete))),
        checker_({store_.file, policy_, config.speakers, options.date, check_threads, coverage_}),
        changed_(options.changed_lines ? changed_lines(patch_of_changes(options.changed_since)) : ChangedLines()),
        output_(options.output, options.article.report),
        report_(report_writer(report_options(), output_.stream())) {
    // A new baseline may be the configured one, which need not be there yet.
    bool const is_new = options.baseline.empty() && !options.write_baseline.empty() && !fs::exists(config.baseline);
    if (!is_new) baseline_file_ = config.baseline_file(options.baseline);
    if (!baseline_file_.empty()) baseline_ = Baseline::read(baseline_file_);
  }

  void run(std::vector<std::string> const& files) {
    refuse_outputs(files);
    bool const all_well =
        for_each_item(files, [this](std::string const& file) { reported(*report_, file, [&] { check_file(file); }); });
    report_->finish();
    output_.commit();
    if (!options_.write_baseline.empty()) {
      new_baseline_.add_all(baseline_, checked_);
      new_baseline_.write(options_.write_baseline);
    }
    say_what_was_written();
    for (auto const& entry : baseline_.stale(checked_)) complain(baseline_file_ + ": no longer needed: " + entry);
    if (!all_well || !store_.whole) status_ = failure;
  }

 private:
  // A baseline may be written over the one that is read.
  void refuse_outputs(std::vector<std::string> read) const {
    read.insert(read.end(), settings_.begin(), settings_.end());
    refuse_to_replace(options_.write_baseline, read);
    read.push_back(baseline_file_);
    refuse_to_replace(output_.file(), read);
  }

  // To a user who would see nothing but the prompt come back.
  void say_what_was_written() const {
    if (options_.quiet || isatty(STDERR_FILENO) != 1) return;
    if (!options_.output.empty())
      complain(fmt::format("{}: {} to look at, {} to confirm", output_.file(), to_see_, to_confirm_));
    if (!options_.write_baseline.empty())
      complain(fmt::format("{}: {} to be set aside from now on", options_.write_baseline, new_baseline_.size()));
  }

  ReportOptions report_options() {
    auto options = report_options_of(options_, options_.article.report, options_.article.terminal());
    options.severities = threshold_.severities();
    options.bytes_of = [this](std::string const& id) { return bytes_for_patch(id); };
    if (options.format == ReportFormat::html) options.facts = check_facts(policy_, store_, coverage_);
    options.write_page = output_.page_writer();
    return options;
  }

  void check_file(std::string const& file) {
    file_ = file;
    auto opened = open(file);
    auto const changed = changed_.find(file);
    is_in_parts_ = changed != changed_.end();
    if (opened.has_lines()) return check_lines(opened);
    if (is_in_parts_) parts_ = changed_paragraphs(opened.bytes(), changed->second);
    auto const suppressions = file != "-" ? suppressions_in(opened.bytes(), file) : std::vector<Suppression>();
    std::set<std::size_t> needed;
    opened.read([&](text::JsonLine<Document>&& article) { needed.merge(check_article(article.value, suppressions)); });
    std::ranges::for_each(needless(suppressions, needed), complain);
  }

  ArticleFile open(std::string const& file) {
    auto const& input = options_.article.input;
    if (staged_ == nullptr) return {file, input};
    return {file, input, staged_->bytes(file, input.limits)};
  }

  // As ReportOptions::bytes_of.
  std::optional<std::string> bytes_for_patch(std::string const& id) const {
    auto const& limits = options_.article.input.limits;
    if (id != file_ || text::is_jsonl(file_, options_.article.input.format)) return std::nullopt;
    if (staged_ != nullptr) return staged_->bytes(file_, limits);
    std::error_code ignored;
    if (!fs::is_regular_file(file_, ignored)) return std::nullopt;
    return text::read_file(file_, limits);
  }

  void check_lines(ArticleFile& file) {
    file.read([&](text::JsonLine<Document>&& article) {
      auto const number = static_cast<std::uint32_t>(article.number);
      if (is_in_parts_ && !is_within(changed_.at(file.path()), number, number)) return;
      auto const place = file.path() + ":" + std::to_string(article.number);
      if (!article.error.empty()) return add_unreadable(article, place + ": " + article.error);
      std::vector<Suppression> suppressions;
      try {
        suppressions = suppressions_in_line(article.value, place);
      } catch (Error const& error) {
        article.error = error.what();
        return add_unreadable(article, article.error);
      }
      std::ranges::for_each(needless(suppressions, check_article(article.value, suppressions)), complain);
    });
  }

  void add_unreadable(text::JsonLine<Document> const& article, std::string const& complaint) {
    complain(complaint);
    report_->add_unreadable(article.id, article.error);
    status_ = failure;
  }

  // Returns what set_aside does.
  std::set<std::size_t> check_article(Document const& article, std::vector<Suppression> const& suppressions) {
    if (auto const notice = language_notice_.of(article); !notice.empty()) complain(notice);
    auto checked = checker_.check(article);
    if (article.id() == file_) complain_of_transcript(article, checked.size());
    auto needed = set_aside(article, checked, suppressions, &baseline_);
    if (!baseline_.empty()) checked_.insert(article.id());
    if (is_in_parts_ && article.id() == file_) keep_within(parts_, article, checked);
    options_.selection.apply(checked);
    report_->add(article, checked);
    for (auto const& [quotation, finding] : checked) {
      if (!threshold_.severities().lists(finding)) continue;
      ++(threshold_.severities().concerns(finding) ? to_see_ : to_confirm_);
      if (!options_.write_baseline.empty()) {
        new_baseline_.add(fingerprint(article, quotation, finding), finding.verdict, article.id(),
                          "accepted as it was");
      } else if (status_ == nothing_to_see && threshold_.fails(finding) && !options_.exit_zero) {
        status_ = something_to_see;
      }
    }
    return needed;
  }

  CheckOptions const& options_;
  int& status_;
  StagedArticles* staged_;
  FailureThreshold threshold_;
  SourceStore store_;
  std::vector<std::string> settings_;  // files of them
  Policy policy_;
  StoreCoverage coverage_;
  Checker checker_;
  std::string baseline_file_;
  ChangedLines changed_;
  ReportOutput output_;
  std::unique_ptr<ReportWriter> report_;
  LanguageNotice language_notice_;
  std::string file_;          // that is being checked
  bool is_in_parts_ = false;  // whether only some of its lines are to be reported on
  std::vector<LineRange> parts_;
  Baseline baseline_;
  std::set<std::string> checked_;  // articles, by what a baseline calls them
  Baseline new_baseline_;
  std::size_t to_see_ = 0;
  std::size_t to_confirm_ = 0;
};

std::vector<std::string> covered(Config const& config, std::vector<std::string> files) {
  std::erase_if(files, [&](std::string const& file) { return !config.covers(file); });
  return files;
}

// In folders everything that is named as an article, but what quoth.toml leaves out.
WalkOptions walk_of(CheckOptions const& options, Config config) {
  if (config.include.empty()) config.include = {"*"};
  auto const takes = [config](fs::path const& file) { return is_named_as_article(file) && config.covers(file); };
  return {takes, options.with_ignored};
}

// Makes the paths of options absolute, before the working directory changes.
void make_absolute(CheckOptions& options) {
  for (auto* path : {&options.store, &options.output, &options.baseline, &options.write_baseline, &options.config})
    make_path_absolute(*path);
  make_policy_absolute(options.policy);
}

// The report on no articles, for which no store is needed. Whoever asked for a file finds one; a baseline that is there
// stays, since nothing was looked at that could change it.
void report_nothing(CheckOptions const& options) {
  ReportOutput output(options.output, options.article.report);
  report_writer(report_options_of(options, options.article.report, options.article.terminal()), output.stream())
      ->finish();
  output.commit();
  if (!options.write_baseline.empty() && !fs::exists(options.write_baseline)) Baseline().write(options.write_baseline);
}

void run_check_of_files(CheckOptions const& options, int& status) {
  if (options.files.empty()) throw Error("check: no article is named; give files, - for standard input, or --staged");
  auto const config = config_of(options);
  auto const files = files_named(options.files, article_to_check, walk_of(options, config), status);
  if (!files.empty()) CheckRun(options, config, status).run(files);
}

void run_check_of_changes(CheckOptions options, int& status) {
  make_absolute(options);
  fs::current_path(work_tree_top());
  auto const config = config_of(options);
  auto const files = covered(config, changed_files(options.changed_since));
  if (files.empty()) return report_nothing(options);
  CheckRun(options, config, status).run(files);
}

// Checks articles as the index holds them.
void run_check_of_index(CheckOptions options, int& status) {
  make_absolute(options);
  fs::current_path(work_tree_top());
  auto const config = config_of(options);
  StagedArticles staged(config);
  if (staged.paths().empty()) return report_nothing(options);
  CheckRun(options, config, status, &staged).run(staged.paths());
}

}  // namespace

void run_check(CheckOptions const& options, int& status) {
  if (options.changed_lines && !options.staged && options.changed_since.empty())
    throw Error("--changed-lines is for --staged or --changed-only REV: the lines that differ there");
  use_large_pages();
  if (options.staged) {
    run_check_of_index(options, status);
  } else if (!options.changed_since.empty()) {
    run_check_of_changes(options, status);
  } else {
    run_check_of_files(options, status);
  }
}

void add_check_command(Command& program, int& status) {
  auto command = program.add_command("check", "Check the quotations of articles against the transcripts of a store");
  auto options = std::make_shared<CheckOptions>();
  add_check_options(command, *options);
  command.footer(
      "Exit status: 0 nothing an editor must see, 1 something, 2 wrong usage or a failure.\n"
      "Example: quoth check --store quotes.db article.md");
  command.callback([options, &status] { run_check(*options, status); });
}

}  // namespace quoth::tools
