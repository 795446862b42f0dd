// SPDX-License-Identifier: MIT
#include "tools/commands/speaker_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "tools/commands/command.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

struct SpeakerOptions {
  std::string store;
  std::string name;
  std::string other;
  std::vector<std::string> others;
  std::vector<std::int64_t> numbers;
};

std::string described(Ruling const& ruling) {
  switch (ruling.kind) {
    case RulingKind::alias:
      return fmt::format("{} is also called {}", ruling.name, ruling.other);
    case RulingKind::merge:
      return fmt::format("{} is {}", ruling.name, ruling.other);
    case RulingKind::split:
      break;
  }
  return fmt::format("{} in {} is {}", ruling.name, ruling.source, ruling.other);
}

void print(Ruling const& ruling) {
  std::cout << fmt::format("{:>3}  {:<5}  {}\n", ruling.number, to_string(ruling.kind), printable(described(ruling)));
}

// Adds all rulings or none.
void add(std::string const& file, std::vector<Ruling> rulings) {
  // Fails if there is no store, which opening for writing would create.
  Store::open(file);
  auto store = Store::open_writable(file, complain);
  store.begin_bulk();
  for (auto& ruling : rulings) ruling.number = store.add_ruling(ruling);
  store.finish_bulk();
  for (auto const& ruling : rulings) print(ruling);
}

void add_aliases(SpeakerOptions const& options) {
  std::vector<Ruling> rulings;
  rulings.reserve(options.others.size());
  for (auto const& alias : options.others) rulings.push_back({0, RulingKind::alias, options.name, alias, ""});
  add(options.store, std::move(rulings));
}

void split(SpeakerOptions const& options) {
  std::vector<Ruling> rulings;
  rulings.reserve(options.others.size());
  for (auto const& source : options.others)
    rulings.push_back({0, RulingKind::split, options.name, options.other, source});
  add(options.store, std::move(rulings));
}

void undo(SpeakerOptions const& options) {
  auto const known = Store::open(options.store).rulings();
  for (auto const number : options.numbers) {
    auto const is_it = [&](Ruling const& ruling) { return ruling.number == number; };
    if (std::ranges::none_of(known, is_it))
      throw Error(fmt::format("{}: holds no ruling {}; see quoth store rulings", options.store, number));
  }
  auto store = Store::open_writable(options.store, complain);
  for (auto const number : options.numbers) store.undo_ruling(number);
  std::cout << fmt::format("{} undone\n", options.numbers.size());
}

void list_speakers(SpeakerOptions const& options) {
  for (auto const& speaker : Store::open(options.store).speakers()) {
    std::cout << fmt::format("{:>6} sources  {:>8} turns  {}\n", speaker.sources, speaker.utterances,
                             printable(speaker.name));
  }
}

Command add_action(Command& parent, std::string const& name, std::string const& what, std::string& store,
                   std::string const& example) {
  auto action = parent.add_command(name, what);
  add_store_option(action, store).required();
  action.footer("Example: quoth store " + name + " --store quotes.db" + example);
  return action;
}

}  // namespace

void add_speaker_commands(Command& store_command) {
  auto options = std::make_shared<SpeakerOptions>();
  auto& store = options->store;
  auto action = add_action(store_command, "speakers", "Who speaks in the store, and how much", store, "");
  action.callback([options] { list_speakers(*options); });
  action = add_action(store_command, "alias", "Give a speaker more names to be found by", store,
                      " \"Ana Ruud\" \"the Guv\"");
  action.add("NAME", options->name, "The speaker, as speakers shows the name").required().offers(Offer::speakers);
  action.add_arguments("ALIAS", options->others, "Names that articles use").required();
  action.callback([options] { add_aliases(*options); });
  action = add_action(store_command, "merge", "Make one of two speakers who are the same person", store,
                      " \"A. Ruud\" \"Ana Ruud\"");
  action.add("NAME", options->name, "The name to give up; it stays an alias").required().offers(Offer::speakers);
  action.add("INTO", options->other, "The name to keep").required().offers(Offer::speakers);
  action.callback([options] { add(options->store, {{0, RulingKind::merge, options->name, options->other, ""}}); });
  action = add_action(store_command, "split", "Tell two people of one name apart, by the sources they speak in", store,
                      " \"Ana Ruud\" \"Ana Ruud the Younger\" school-2031.txt");
  action.add("NAME", options->name, "The name they share").required().offers(Offer::speakers);
  action.add("NEW", options->other, "What the one is to be called who speaks in these sources").required();
  action.add_arguments("ID", options->others, "Sources, by the id that list shows").required().offers(Offer::sources);
  action.callback([options] { split(*options); });
  action = add_action(store_command, "rulings", "What alias, merge and split decided, with numbers", store, "");
  action.callback([options] {
    for (auto const& ruling : Store::open(options->store).rulings()) print(ruling);
  });
  action = add_action(store_command, "undo", "Take rulings back; the speakers are as they were", store, " 3");
  action.add_arguments("NUMBER", options->numbers, "Rulings, by the number that rulings shows")
      .required()
      .offers(Offer::rulings);
  action.callback([options] { undo(*options); });
}

}  // namespace quoth::tools
