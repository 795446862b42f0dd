// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include "article_options.hpp"
#include "command.hpp"
#include "quoth/check.hpp"
#include "quoth/error.hpp"

namespace quoth {

namespace {

struct CheckOptions {
  std::string store;
  std::vector<std::string> files;
  ArticleOptions article;
  std::string policy = "ap";
  std::string date;
  bool explain = false;
  bool quiet = false;
};

Library library_of(Store const& store) {
  return {[&store](Query const& query) { return store.candidates(query); },
          [&store](std::string_view speaker) { return store.coverage(speaker); }};
}

Policy load_policy(std::string const& name) {
  auto const names = Policy::names();
  if (std::ranges::find(names, name) != names.end()) return Policy::named(name);
  if (!std::filesystem::exists(name)) {
    throw Error("--policy " + name + ": neither strict, ap, broadcast nor a policy file; check the name");
  }
  return Policy::from_file(name);
}

void run_check(CheckOptions const& options, int& status) {
  auto const policy = load_policy(options.policy);
  auto const store = Store::open(options.store);
  auto const library = library_of(store);
  auto const report =
      report_writer({options.article.report, options.article.terminal(), options.explain, options.quiet});
  bool all_well = for_each_item(options.files, [&](std::string const& file) {
    read_articles(file, options.article.input, [&](JsonLine<Document>&& article) {
      if (!article.error.empty()) {
        complain(file + ":" + std::to_string(article.number) + ": " + article.error);
        report->add_unreadable(article.id, article.error);
        status = failure;
        return;
      }
      if (article.value.date.empty()) article.value.date = options.date;
      auto const quotations = extract(article.value);
      auto const findings = check(article.value, quotations, library, policy);
      report->add(article.value, quotations, findings);
      if (status == nothing_to_see && std::ranges::any_of(findings, must_be_seen, &Finding::verdict))
        status = something_to_see;
    });
  });
  report->finish();
  if (!all_well) status = failure;
}

}  // namespace

void add_check_command(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("check", "Check the quotations of articles against the transcripts of a store");
  auto options = std::make_shared<CheckOptions>();
  add_store_option(*command, options->store);
  command->add_option("FILE", options->files, "Articles: text, Markdown or JSONL; - is standard input")->required();
  command->add_option("--policy", options->policy, "strict, ap or broadcast, or a policy file (default: ap)")
      ->type_name("POLICY");
  command->add_option("--date", options->date, "The article's day, where it names none")->check(is_date());
  command->add_flag("--explain", options->explain, "Every edit with its class, its cost and the rule");
  command->add_flag("--quiet", options->quiet, "Only what an editor must see");
  add_article_options(*command, options->article);
  command->footer(
      "Exit status: 0 nothing an editor must see, 1 something, 2 wrong usage or a failure.\n"
      "Example: quoth check --store quotes.db article.md");
  command->callback([options, &status] { run_check(*options, status); });
}

}  // namespace quoth
