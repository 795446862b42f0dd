// SPDX-License-Identifier: MIT
#include <memory>

#include "quoth/search.hpp"
#include "quoth/store.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/reports/text/passage_report.hpp"

namespace quoth::tools {

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
  auto const found = search(Store::open(options.store), options.words, options.speaker, options.limit);
  report_passages(found, options.words, options.format, terminal(options.color));
  // As with grep, the status tells whether anything was found.
  if (found.empty()) status = something_to_see;
}

}  // namespace

void add_search_command(Command& program, int& status) {
  auto command = program.add_command("search", "Where was this said? The passages nearest to some words, best first");
  auto options = std::make_shared<SearchOptions>();
  add_store_option(command, options->store).required();
  command.add_words("WORDS", options->words, "The words, as one argument or as several").required();
  command.add("--speaker", options->speaker, "Prefer passages of this speaker")
      .value_name("NAME")
      .offers(Offer::speakers);
  command.add("--limit", options->limit, "At most so many sources (default: 10)").between(1, 1000);
  add_report_options(command, options->format, options->color);
  command.footer(
      "Exit status 1 where nothing resembles the words.\n"
      "Example: quoth search --store quotes.db \"not one krona more\"");
  command.callback([options, &status] { run_search(*options, status); });
}

}  // namespace quoth::tools
