// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "article_options.hpp"
#include "command.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "speaker_commands.hpp"

namespace quoth {

namespace {

using Json = nlohmann::ordered_json;

struct StoreOptions {
  std::string store;
  std::vector<std::string> ids;
  bool turns = false;
  ReportFormat format = ReportFormat::text;
  std::string color = "auto";
};

Json record_json(SourceRecord const& record) {
  return {{"id", record.id},
          {"title", record.title},
          {"date", record.date},
          {"url", record.url},
          {"verbatim", to_string(record.kind)},
          {"path", record.path},
          {"sha256", record.sha256},
          {"ingested", record.ingested},
          {"utterances", record.utterances},
          {"words", record.words}};
}

void print_json(Json const& json, ReportFormat format) {
  auto const indent = format == ReportFormat::json ? 2 : -1;
  std::cout << json.dump(indent, ' ', false, Json::error_handler_t::replace) << '\n';
}

void list(StoreOptions const& options) {
  auto const sources = Store::open(options.store).sources();
  auto all = Json::array();
  for (auto const& record : sources) {
    if (options.format == ReportFormat::jsonl) print_json(record_json(record), options.format);
    if (options.format == ReportFormat::json) all.push_back(record_json(record));
    if (options.format != ReportFormat::text) continue;
    std::cout << fmt::format("{}  {:>10}  {:>9} words  {}\n", printable(record.id), record.date, record.words,
                             printable(record.title));
  }
  if (options.format == ReportFormat::json) print_json(all, options.format);
}

[[noreturn]] void no_such_source(std::string const& store, std::string const& id) {
  throw Error(store + ": holds no source \"" + id + "\"; see quoth store list");
}

void show_text(SourceRecord const& record, std::vector<Turn> const& turns) {
  auto const line = [](std::string_view label, std::string const& value) {
    if (!value.empty()) std::cout << fmt::format("{:<11}{}\n", label, printable(value));
  };
  line("id", record.id);
  line("title", record.title);
  line("date", record.date);
  line("url", record.url);
  line("verbatim", std::string(to_string(record.kind)));
  line("path", record.path);
  line("sha256", record.sha256);
  line("ingested", record.ingested);
  line("size", fmt::format("{} utterances, {} words", record.utterances, record.words));
  for (auto const& turn : turns) {
    std::cout << '\n'
              << printable(turn.speaker.empty() ? turn.label : turn.speaker) << ": " << printable(turn.text) << '\n';
  }
}

Json turn_json(Turn const& turn) {
  return {{"utterance", turn.utterance}, {"label", turn.label}, {"speaker", turn.speaker}, {"text", turn.text}};
}

void show(StoreOptions const& options) {
  auto const store = Store::open(options.store);
  for (auto const& id : options.ids) {
    auto const record = store.find(id);
    if (!record) no_such_source(options.store, id);
    auto const turns = options.turns ? store.turns(record->number) : std::vector<Turn>();
    if (options.format == ReportFormat::text) {
      show_text(*record, turns);
      continue;
    }
    auto json = record_json(*record);
    for (auto const& turn : turns) json["turns"].push_back(turn_json(turn));
    print_json(json, options.format);
  }
}

void remove(StoreOptions const& options) {
  // Opening for writing would make a missing store.
  auto const known = Store::open(options.store);
  for (auto const& id : options.ids) {
    if (!known.find(id)) no_such_source(options.store, id);
  }
  auto store = Store::open_writable(options.store);
  for (auto const& id : options.ids) store.remove(id);
  std::cout << fmt::format("{} removed\n", options.ids.size());
}

void verify(StoreOptions const& options, int& status) {
  auto const faults = Store::open(options.store).verify();
  for (auto const& fault : faults) complain(options.store + ": " + fault);
  if (faults.empty()) std::cout << "The index agrees with the texts.\n";
  if (!faults.empty()) status = failure;
}

void stats(StoreOptions const& options) {
  auto const store = Store::open(options.store);
  auto const stats = store.stats();
  if (options.format != ReportFormat::text) {
    print_json({{"sources", stats.sources},
                {"utterances", stats.utterances},
                {"words", stats.words},
                {"people", stats.people},
                {"text_bytes", stats.text_bytes},
                {"file_bytes", stats.file_bytes},
                {"version", store.version()}},
               options.format);
    return;
  }
  std::cout << fmt::format(
      "sources     {}\nutterances  {}\nwords       {}\npeople      {}\ntext        {} bytes\nfile        {} "
      "bytes\nversion     {}\n",
      stats.sources, stats.utterances, stats.words, stats.people, stats.text_bytes, stats.file_bytes, store.version());
}

CLI::App* add_action(CLI::App& parent, std::string const& name, std::string const& what,
                     std::shared_ptr<StoreOptions> const& options, std::string const& example) {
  auto* action = parent.add_subcommand(name, what);
  add_store_option(*action, options->store);
  action->footer("Example: quoth store " + name + " --store quotes.db" + example);
  return action;
}

}  // namespace

void add_store_command(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("store", "Look into a store and keep it in order");
  command->require_subcommand(1);
  command->footer("Example: quoth store list --store quotes.db");
  auto options = std::make_shared<StoreOptions>();
  auto* action = add_action(*command, "list", "The sources, one a line", options, "");
  add_report_options(*action, options->format, options->color);
  action->callback([options] { list(*options); });
  action = add_action(*command, "show", "What is known of sources: provenance, size, turns", options, " council.txt");
  action->add_option("ID", options->ids, "Sources, by the id that list shows")->required();
  action->add_flag("--turns", options->turns, "The turns too");
  add_report_options(*action, options->format, options->color);
  action->callback([options] { show(*options); });
  action = add_action(*command, "remove", "Take sources out of the store", options, " council.txt");
  action->add_option("ID", options->ids, "Sources, by the id that list shows")->required();
  action->callback([options] { remove(*options); });
  action = add_action(*command, "verify", "Prove the index against the texts", options, "");
  action->callback([options, &status] { verify(*options, status); });
  action = add_action(*command, "stats", "How much the store holds", options, "");
  add_report_options(*action, options->format, options->color);
  action->callback([options] { stats(*options); });
  add_speaker_commands(*command);
}

}  // namespace quoth
