// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <functional>
#include <iostream>
#include <memory>
#include <optional>

#include "db/backup.hpp"
#include "db/compact.hpp"
#include "db/upgrade.hpp"
#include "db/verify_file.hpp"
#include "match/api/record_json.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "text/json/json_writer.hpp"
#include "tools/audit/interrupt.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/commands/speaker_commands.hpp"
#include "tools/desk/progress_line.hpp"

namespace quoth::tools {

namespace {

struct StoreOptions {
  std::string store;
  std::vector<std::string> ids;
  std::string into;
  std::string copy;
  bool turns = false;
  ReportFormat format = ReportFormat::text;
  std::string color = "auto";
};

text::JsonWriter json_for(ReportFormat format) {
  return text::JsonWriter(format == ReportFormat::json ? text::JsonWriter::Layout::indented
                                                       : text::JsonWriter::Layout::compact);
}

void list_text(std::vector<SourceRecord> const& sources) {
  for (auto const& record : sources) {
    std::cout << fmt::format("{}  {:>10}  {:>9} words  {}\n", printable(record.id), printable(record.date),
                             record.words, printable(record.title));
  }
}

void list(StoreOptions const& options) {
  auto const sources = Store::open(options.store).sources();
  if (options.format == ReportFormat::text) return list_text(sources);
  bool const is_array = options.format == ReportFormat::json;
  auto json = json_for(options.format);
  if (is_array) json.begin_array();
  for (auto const& record : sources) {
    json.begin_object();
    match::write_members(json, record);
    json.end_object();
    std::cout << json.take() << (is_array ? "" : "\n");
  }
  if (is_array) std::cout << json.end_array().take() << '\n';
}

[[noreturn]] void no_such_source(std::string const& store, std::string const& id) {
  throw Error(store + ": holds no source \"" + id + "\"; see quoth store list");
}

// Each under its heading, with the page that it begins on.
void show_turns(std::vector<Turn> const& turns) {
  std::string_view heading;
  for (auto const& turn : turns) {
    if (turn.heading != heading && !turn.heading.empty()) std::cout << "\n# " << printable(turn.heading) << '\n';
    heading = turn.heading;
    auto const speaker = printable(turn.speaker.empty() ? turn.label : turn.speaker);
    std::cout << '\n';
    if (!turn.printed.empty() && !turn.printed.front().page.empty())
      std::cout << "[page " << printable(turn.printed.front().page) << "] ";
    std::cout << speaker << (speaker.empty() ? "" : ": ") << printable(turn.text) << '\n';
  }
}

void show_text(SourceRecord const& record, std::vector<Turn> const& turns) {
  auto const line = [](std::string_view label, std::string const& value) {
    if (!value.empty()) std::cout << fmt::format("{:<11}{}\n", label, printable(value));
  };
  line("id", record.id);
  line("title", record.title);
  line("date", record.date);
  line("url", record.url);
  line("kind", std::string(to_string(record.kind)));
  line("made", std::string(to_string(record.made)));
  line("author", record.author);
  line("issuer", record.issuer);
  line("language", record.language);
  line("path", record.path);
  line("sha256", record.sha256);
  line("ingested", record.ingested);
  line("size", fmt::format("{} utterances, {} words", record.utterances, record.words));
  show_turns(turns);
}

// What is in the ingest form too has its name there.
void write_turn(text::JsonWriter& json, Turn const& turn) {
  json.field("utterance", turn.utterance).field("label", turn.label).field("speaker", turn.speaker);
  if (turn.start) json.field("start", *turn.start);
  if (turn.end) json.field("end", *turn.end);
  json.field("text", turn.text);
  if (!turn.words.empty()) json.key("words").begin_array();
  auto const number = [&](std::optional<double> of) { of ? json.value(text::rounded(*of)) : json.null(); };
  for (auto const& word : turn.words) {
    json.begin_array();
    number(word.start);
    number(word.confidence);
    json.end_array();
  }
  if (!turn.words.empty()) json.end_array();
  if (!turn.printed.empty()) json.field("page", turn.printed.front().page);
  if (!turn.printed.empty() && turn.printed.front().line > 0) json.field("line", turn.printed.front().line);
  if (!turn.heading.empty()) json.field("heading", turn.heading);
}

void show_json(SourceRecord const& record, std::vector<Turn> const& turns, ReportFormat format) {
  auto json = json_for(format);
  json.begin_object();
  match::write_members(json, record);
  if (!turns.empty()) json.key("turns").begin_array();
  for (auto const& turn : turns) {
    json.begin_object();
    write_turn(json, turn);
    json.end_object();
  }
  if (!turns.empty()) json.end_array();
  std::cout << json.end_object().text() << '\n';
}

void show(StoreOptions const& options) {
  auto const store = Store::open(options.store);
  for (auto const& id : options.ids) {
    auto const record = store.find(id);
    if (!record) no_such_source(options.store, id);
    auto const turns = options.turns ? store.turns(record->number) : std::vector<Turn>();
    if (options.format == ReportFormat::text) {
      show_text(*record, turns);
    } else {
      show_json(*record, turns, options.format);
    }
  }
}

void remove(StoreOptions const& options) {
  // Fails if there is no store, which opening for writing would create.
  auto const known = Store::open(options.store);
  for (auto const& id : options.ids) {
    if (!known.find(id)) no_such_source(options.store, id);
  }
  auto store = Store::open_writable(options.store, complain);
  for (auto const& id : options.ids) store.remove(id);
  std::cout << fmt::format("{} removed\n", options.ids.size());
}

std::vector<std::string> faults_in(std::string const& store) {
  ProgressLine line;
  auto faults = db::verify_file(store, [&](double done) {
    if (line.is_due()) line.draw(done, "of the store is proved");
  });
  line.clear();
  return faults;
}

void verify(StoreOptions const& options, int& status) {
  auto const faults = faults_in(options.store);
  for (auto const& fault : faults) complain(options.store + ": " + fault);
  if (faults.empty()) std::cout << "The index agrees with the texts.\n";
  if (!faults.empty()) status = failure;
}

// Whether it is of this version's format, and whole. What keeps it from being proved, `upgrade` meets too.
bool needs_no_upgrade(std::string const& store) {
  try {
    return faults_in(store).empty();
  } catch (Error const&) {
    return false;
  }
}

void upgrade(StoreOptions const& options, int& status) {
  auto const tell = [&](std::string const& why) { complain(options.store + ": " + why); };
  auto const kept = options.store + ".old";
  bool const in_place = options.into.empty();
  if (in_place && needs_no_upgrade(options.store)) {
    std::cout << printable(options.store) << ": is of this version's format and whole; it stays as it is\n";
    return;
  }
  Interrupt const interrupt;  // so that no half of a store is left
  auto const counts = in_place ? db::upgrade_store_in_place(options.store, kept, tell, Interrupt::asked)
                               : db::upgrade_store(options.store, options.into, tell, Interrupt::asked);
  std::cout << (in_place ? fmt::format("{} sources in {}; the older store is {}\n", counts.sources,
                                       printable(options.store), printable(kept))
                         : fmt::format("{} sources in {}\n", counts.sources, printable(options.into)));
  if (counts.lost > 0) status = failure;
}

// Shows the steps of long work on a store.
class StepLine {
 public:
  void operator()(db::StoreStep step, std::optional<double> done) {
    if (step != step_) line_.next_step();
    step_ = step;
    if (line_.is_due()) line_.draw(done, words(step, done.has_value()));
  }
  void clear() { line_.clear(); }

 private:
  static std::string words(db::StoreStep step, bool behind_a_share) {
    switch (step) {
      case db::StoreStep::copying:
        return "of the store is copied";
      case db::StoreStep::proving:
        return behind_a_share ? "of the copy is proved" : "proving the copy";
      case db::StoreStep::merging:
        return "of the index is merged";
      case db::StoreStep::giving_room_back:
        break;
    }
    return "giving unused room back";
  }

  ProgressLine line_;
  std::optional<db::StoreStep> step_;
};

void back_up(StoreOptions const& options) {
  Interrupt const interrupt;  // so that no half of a copy is left
  StepLine line;
  auto const sources = db::back_up_store(options.store, options.copy, Interrupt::asked, std::ref(line));
  line.clear();
  std::cout << fmt::format("{} sources in {}\n", sources, printable(options.copy));
}

void restore(StoreOptions const& options, int& status) {
  Interrupt const interrupt;
  StepLine line;
  auto const restored = db::restore_store(options.copy, options.store, Interrupt::asked, std::ref(line));
  line.clear();
  for (auto const& fault : restored.faults) complain(options.copy + ": " + fault);
  if (restored.faults.empty()) {
    std::cout << fmt::format("{} sources in {}\n", restored.sources, printable(options.store));
  } else {
    complain(options.copy + ": is damaged; " + options.store + " stays as it is");
    status = failure;
  }
}

void compact(StoreOptions const& options) {
  StepLine line;
  auto const counts = db::compact_store(options.store, std::ref(line));
  line.clear();
  std::cout << fmt::format("{} bytes before, {} bytes after\n", counts.bytes_before, counts.bytes_after);
}

void stats(StoreOptions const& options) {
  auto const store = Store::open(options.store);
  if (options.format != ReportFormat::text) {
    auto json = json_for(options.format);
    json.begin_object();
    match::write_stats(json, store);
    std::cout << json.end_object().text() << '\n';
    return;
  }
  auto const stats = store.stats();
  std::cout << fmt::format(
      "sources     {}\nutterances  {}\nwords       {}\npeople      {}\ntext        {} bytes\nfile        {} "
      "bytes\nversion     {}\n",
      stats.sources, stats.utterances, stats.words, stats.people, stats.text_bytes, stats.file_bytes, store.version());
}

Command add_action(Command& parent, std::string const& name, std::string const& what,
                   std::shared_ptr<StoreOptions> const& options, std::string const& example) {
  auto action = parent.add_command(name, what);
  add_store_option(action, options->store).required();
  action.footer("Example: quoth store " + name + " --store quotes.db" + example);
  return action;
}

}  // namespace

void add_store_command(Command& program, int& status) {
  auto command = program.add_command("store", "Look into a store and keep it in order");
  command.require_command();
  command.footer("Example: quoth store list --store quotes.db");
  auto options = std::make_shared<StoreOptions>();
  auto action = add_action(command, "list", "The sources, one a line", options, "");
  add_report_options(action, options->format, options->color);
  action.callback([options] { list(*options); });
  action = add_action(command, "show", "What is known of sources: provenance, size, turns", options, " council.txt");
  action.add_arguments("ID", options->ids, "Sources, by the id that list shows").required().offers(Offer::sources);
  action.add("--turns", options->turns, "The turns too");
  add_report_options(action, options->format, options->color);
  action.callback([options] { show(*options); });
  action = add_action(command, "remove", "Take sources out of the store", options, " council.txt");
  action.add_arguments("ID", options->ids, "Sources, by the id that list shows").required().offers(Offer::sources);
  action.callback([options] { remove(*options); });
  action = add_action(command, "verify", "Prove the index against the texts", options, "");
  action.callback([options, &status] { verify(*options, status); });
  action = add_action(command, "backup", "Copy the store into a file, also while others read and write it", options,
                      " quotes-copy.db");
  action.add("COPY", options->copy, "The file; a copy that is there is replaced by the finished new one").required();
  action.callback([options] { back_up(*options); });
  action = add_action(command, "restore", "Put a copy, proved first, in place of the store and of its journal", options,
                      " quotes-copy.db");
  action.add("COPY", options->copy, "What backup has made").required();
  action.callback([options, &status] { restore(*options, status); });
  action = add_action(command, "upgrade", "Make a store of this version's format of an older or damaged one", options,
                      " newer.db");
  action.add("NEWFILE", options->into,
             "Where to write it, no file yet; without it the store is replaced, and the older one kept as FILE.old");
  action.callback([options, &status] { upgrade(*options, status); });
  action = add_action(command, "compact", "Give unused room back, and make the index one piece", options, "");
  action.callback([options] { compact(*options); });
  action = add_action(command, "stats", "How much the store holds", options, "");
  add_report_options(action, options->format, options->color);
  action.callback([options] { stats(*options); });
  add_speaker_commands(command);
}

}  // namespace quoth::tools
