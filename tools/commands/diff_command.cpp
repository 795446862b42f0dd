// SPDX-License-Identifier: MIT
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "quoth/error.hpp"
#include "quoth/revision.hpp"
#include "quoth/version.hpp"
#include "tools/commands/command.hpp"
#include "tools/commands/diff_options.hpp"
#include "tools/commands/report_output.hpp"
#include "tools/desk/article_file.hpp"
#include "tools/desk/config.hpp"
#include "tools/desk/git/git.hpp"
#include "tools/desk/git/git_blobs.hpp"
#include "tools/desk/language_notice.hpp"
#include "tools/desk/output_file.hpp"
#include "tools/desk/source_name.hpp"
#include "tools/desk/suppression.hpp"
#include "tools/reports/formats/report_writer.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// One run of `diff`: reads pairs of files, compares their articles, reports.
class DiffRun {
 public:
  DiffRun(DiffOptions const& options, Config const& config, int& status)
      : options_(options),
        status_(status),
        threshold_(config.fail_on_named(options.fail_on), config.severities_with(options.min_confidence)),
        policy_(load_policy(config.policy_named(options.policy))),
        output_(options.output, options.article.report),
        report_(report_writer(report_options(), output_.stream())) {
    refuse_to_replace(output_.file(), config.files_read(options.policy));
  }

  // The articles of two files: the one with the one where each has a single one, else those with the same id.
  void compare(ArticleFile old_file, ArticleFile new_file) {
    auto const old_articles = articles_in(old_file);
    auto const suppressions = comments_in(new_file);
    auto const new_articles = articles_in(new_file);
    if (old_articles.size() == 1 && new_articles.size() == 1) {
      compare(old_articles.front(), new_articles.front(), suppressions);
      return;
    }
    std::map<std::string, Document const*> by_id;
    for (auto const& article : old_articles) by_id.emplace(article.id(), &article);
    for (auto const& article : new_articles) {
      auto const old = by_id.find(article.id());
      if (old == by_id.end()) {
        complain(new_file.path() + ": " + article.id() + " is not in " + old_file.path() + "; it was not compared");
      } else {
        compare(*old->second, article, suppressions);
      }
    }
  }

  void finish() {
    report_->finish();
    output_.commit();
  }

 private:
  ReportOptions report_options() {
    auto options = report_options_of(options_, options_.article.report, options_.article.terminal());
    if (options.format == ReportFormat::diff) throw Error("diff: there is no patch of a comparison");
    options.compares = true;
    options.severities = threshold_.severities();
    if (options.format == ReportFormat::html) options.facts = {{"policy", policy_.name()}, {"quoth", QUOTH_VERSION}};
    options.write_page = output_.page_writer();
    return options;
  }

  std::vector<Document> articles_in(ArticleFile& file) {
    std::vector<Document> articles;
    file.read([&](text::JsonLine<Document>&& article) {
      if (!article.error.empty()) {
        complain(file.path() + ":" + std::to_string(article.number) + ": " + article.error);
        status_ = failure;
        return;
      }
      if (auto const notice = language_notice_.of(article.value); !notice.empty()) complain(notice);
      articles.push_back(std::move(article.value));
    });
    return articles;
  }

  // The comments by which an editor lets findings stand. Those of JSON lines stand in their texts and are not read.
  static std::vector<Suppression> comments_in(ArticleFile& file) {
    if (file.path() == "-" || file.has_lines()) return {};
    return suppressions_in(file.bytes(), file.path());
  }

  void compare(Document const& old_version, Document const& new_version, std::vector<Suppression> const& suppressions) {
    auto revision = quoth::compare(old_version, new_version, policy_);
    std::vector<CheckedQuotation> checked(revision.quotations.begin(), revision.quotations.end());
    set_aside(new_version, checked, suppressions, nullptr);
    for (std::size_t i = 0; i < checked.size(); ++i)
      revision.quotations[i].finding.set_aside = std::move(checked[i].finding.set_aside);
    std::erase_if(revision.quotations,
                  [&](RevisedQuotation const& one) { return !options_.selection.selects(one.finding); });
    report_->add_revised(old_version, new_version, revision);
    if (status_ == nothing_to_see && !options_.exit_zero && threshold_.fails(revision)) status_ = something_to_see;
  }

  DiffOptions const& options_;
  int& status_;
  DiffThreshold threshold_;
  Policy policy_;
  ReportOutput output_;
  std::unique_ptr<ReportWriter> report_;
  LanguageNotice language_notice_;
};

// What names the old version of a file in git: "HEAD:articles/ferry.md".
std::string old_name(DiffOptions const& options, std::string const& path) {
  auto const revision = options.revision.substr(0, options.revision.find(".."));
  return (revision.empty() ? "HEAD" : revision) + ":" + path;
}

// The files of git that differ, each with what it was.
void run_diff_of_revisions(DiffOptions options, int& status) {
  for (auto* path : {&options.output, &options.config}) make_path_absolute(*path);
  for (auto& path : options.files) make_path_absolute(path);
  make_policy_absolute(options.policy);
  fs::current_path(work_tree_top());
  auto const config = config_for(options.config, options.no_config, fs::current_path());
  auto const& input = options.article.input;
  DiffRun run(options, config, status);
  GitBlobs blobs;
  for (auto const& [old_version, new_version] : revised_files(options.revision, options.files)) {
    auto const& path = new_version.path;
    if (options.files.empty() ? !config.covers(path) : !is_named_as_article(path)) continue;
    refuse_to_replace(options.output, std::vector{path});
    try {
      ArticleFile old_file(old_name(options, old_version.path), input, blobs.read(old_version, input.limits.bytes));
      if (new_version.blob.empty()) {
        run.compare(std::move(old_file), {path, input});
      } else {
        run.compare(std::move(old_file), {path, input, blobs.read(new_version, input.limits.bytes)});
      }
    } catch (Error const& error) {
      complain(error.what());
      status = failure;
    }
  }
  run.finish();
}

void run_diff_of_files(DiffOptions const& options, int& status) {
  if (options.files.size() != 2) throw Error("diff: give the old version and the new one, or --rev A..B, or --staged");
  auto const& old_file = options.files[0];
  auto const& new_file = options.files[1];
  if (old_file == "-" && new_file == "-") throw Error("diff: only one of the two versions can be standard input");
  refuse_to_replace(options.output, options.files);
  auto const place = new_file == "-" ? fs::current_path() : fs::path(new_file);
  DiffRun run(options, config_for(options.config, options.no_config, place), status);
  run.compare({old_file, options.article.input}, {new_file, options.article.input});
  run.finish();
}

}  // namespace

void add_diff_command(Command& program, int& status) {
  auto command = program.add_command("diff", "Whether the quotations of an article survived an edit; needs no store");
  auto options = std::make_shared<DiffOptions>();
  add_diff_options(command, *options);
  command.footer(
      "Exit status: 0 nothing an editor must see, 1 something, 2 wrong usage or a failure.\n"
      "Example: quoth diff before.md after.md");
  command.callback([options, &status] {
    bool const in_git = options->staged || !options->revision.empty();
    in_git ? run_diff_of_revisions(*options, status) : run_diff_of_files(*options, status);
  });
}

}  // namespace quoth::tools
