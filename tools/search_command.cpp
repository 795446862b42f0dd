// SPDX-License-Identifier: MIT
#include "article_options.hpp"
#include "command.hpp"
#include "passage_report.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "quoth/unicode.hpp"
#include "quoth/words.hpp"

namespace quoth {

namespace {

struct SearchOptions {
  std::string store;
  std::string words;
  std::string speaker;
  std::size_t limit = 10;
  ReportFormat format = ReportFormat::text;
  std::string color = "auto";
};

void run_search(SearchOptions const& options, int& status) {
  if (!valid_utf8(options.words)) throw Error("search: the words are not valid UTF-8");
  if (split_words(options.words).empty()) throw Error("search: \"" + options.words + "\" holds no words; give some");
  auto const store = Store::open(options.store);
  auto const found = store.candidates({options.words, options.speaker, {}, {}, options.limit});
  auto const reported = report_passages(found, options.words, options.format, terminal(options.color));
  // As with grep, finding nothing is what a caller asks for.
  if (reported == 0) status = something_to_see;
}

}  // namespace

void add_search_command(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("search", "Where was this said? The passages nearest to some words, best first");
  auto options = std::make_shared<SearchOptions>();
  add_store_option(*command, options->store);
  command->add_option("WORDS", options->words, "The words, as one argument")->required();
  command->add_option("--speaker", options->speaker, "Prefer passages of this speaker")->type_name("NAME");
  command->add_option("--limit", options->limit, "At most so many sources (default: 10)")
      ->check(CLI::Range(1, 1000).description(""));
  add_report_options(*command, options->format, options->color);
  command->footer(
      "Exit status 1 where nothing resembles the words.\n"
      "Example: quoth search --store quotes.db \"not one krona more\"");
  command->callback([options, &status] { run_search(*options, status); });
}

}  // namespace quoth
