// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <utility>

#include "quoth/store.hpp"
#include "text/json/json_writer.hpp"
#include "tools/commands/command.hpp"
#include "tools/quotes/quote_json.hpp"
#include "tools/quotes/quote_text.hpp"

namespace quoth::tools {

namespace {

enum class CiteFormat { text, markdown, json };

struct CiteOptions {
  std::string store;
  QuoteQuery query;
  std::size_t limit = 5;
  CiteFormat format = CiteFormat::text;
};

std::string lines_of(std::string const& text) {
  std::string out;
  for (std::size_t first = 0; first < text.size();) {
    auto const end = std::min(text.find('\n', first), text.size());
    out += printable(text.substr(first, end - first)) + "\n";
    first = end + 1;
  }
  return out;
}

// Several with a blank line between them.
void print(std::vector<SourceQuote> const& quotes, std::string (*style)(SourceQuote const&)) {
  for (bool first = true; auto const& quote : quotes)
    std::cout << (std::exchange(first, false) ? "" : "\n") << lines_of(style(quote));
}

void print_json(std::vector<SourceQuote> const& quotes) {
  text::JsonWriter json(text::JsonWriter::Layout::indented);
  json.begin_array();
  for (auto const& quote : quotes) write_json(json, quote);
  std::cout << json.end_array().text() << '\n';
}

void run_cite(CiteOptions const& options, int& status) {
  auto query = options.query;
  query.limit = options.limit;
  auto const quotes = find_quotes(Store::open(options.store), query);
  switch (options.format) {
    case CiteFormat::text:
      print(quotes, in_newspaper_style);
      break;
    case CiteFormat::markdown:
      print(quotes, in_markdown);
      break;
    case CiteFormat::json:
      print_json(quotes);
      break;
  }
  if (quotes.empty()) status = something_to_see;
}

}  // namespace

void add_cite_command(Command& program, int& status) {
  auto command = program.add_command("cite", "Quote a source word for word: the sentences with some words, attributed");
  auto options = std::make_shared<CiteOptions>();
  add_store_option(command, options->store).required();
  command
      .add_words("WORDS", options->query.words,
                 "What was said, as one argument or as several; half of the words must be right")
      .required();
  command.add("--source", options->query.source, "Only this source, by its id").value_name("ID").offers(Offer::sources);
  command.add("--speaker", options->query.speaker, "Prefer words of this speaker")
      .value_name("NAME")
      .offers(Offer::speakers);
  command.add("--context", options->query.context, "So many sentences more on either side (default: 0)")
      .between(0, 20)
      .value_name("NUMBER");
  command.add("--limit", options->limit, "At most so many quotations, of different sources (default: 5)")
      .between(1, 100)
      .value_name("NUMBER");
  std::map<std::string, CiteFormat> const formats{
      {"text", CiteFormat::text}, {"markdown", CiteFormat::markdown}, {"json", CiteFormat::json}};
  command.add_choice("-f,--format", options->format, formats, "json, markdown, text (default: text)")
      .value_name("FORMAT");
  command.footer(
      "Exit status 1 where nothing resembles the words.\n"
      "Example: quoth cite --store quotes.db \"not one krona more\"");
  command.callback([options, &status] { run_cite(*options, status); });
}

}  // namespace quoth::tools
