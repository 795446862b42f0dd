// SPDX-License-Identifier: MIT
// Which arguments the options of the program take. Every option of every command is tried before, between and behind
// positional arguments, with values that a check may refuse: what an option takes is known before its check.
#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <exception>
#include <string>
#include <vector>

#include "tools/commands/command.hpp"

namespace {

using Words = std::vector<std::string>;

// The program with commands that are parsed and not run.
class IdleProgram {
 public:
  IdleProgram() {
    quoth::tools::Command command(&app_);
    quoth::tools::add_all_commands(command, status_);
    do_not_run(app_);
  }

  CLI::App& app() { return app_; }

  // The command at `path`, once `arguments` were parsed behind it.
  CLI::App& parse(Words const& path, Words const& arguments) {
    Words words(path);
    words.insert(words.end(), arguments.begin(), arguments.end());
    try {
      app_.parse(Words(words.rbegin(), words.rend()));
    } catch (std::exception const&) {  // of a check, or of what is required besides
    }
    auto* at = &app_;
    for (auto const& name : path) at = at->get_subcommand(name);
    return *at;
  }

 private:
  static void do_not_run(CLI::App& app) {
    app.parse_complete_callback([] { throw CLI::Success(); });
    for (auto* nested : app.get_subcommands({})) do_not_run(*nested);
  }

  CLI::App app_;
  int status_ = 0;
};

struct TriedOption {
  Words command;
  std::string name;
  bool repeatable;
};

// "--name" or "-n".
std::string written(CLI::Option const& option) {
  return option.get_lnames().empty() ? "-" + option.get_snames().front() : "--" + option.get_lnames().front();
}

// The options with a value.
void collect(CLI::App& app, Words const& path, std::vector<TriedOption>& options) {
  for (auto const* option : app.get_options()) {
    if (option->get_positional() || option->get_expected_max() == 0) continue;
    options.push_back({path, written(*option), option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll});
  }
  for (auto* nested : app.get_subcommands({})) {
    auto below = path;
    below.push_back(nested->get_name());
    collect(*nested, below, options);
  }
}

std::vector<TriedOption> all_options() {
  IdleProgram program;
  std::vector<TriedOption> options;
  collect(program.app(), {}, options);
  return options;
}

// The values of all positional arguments, and what fits none.
Words positionals(CLI::App const& app) {
  Words values;
  for (auto const* option : app.get_options()) {
    if (option->get_positional()) values.insert(values.end(), option->results().begin(), option->results().end());
  }
  for (auto const& word : app.remaining()) values.push_back(word);
  return values;
}

Words values_of(CLI::App const& app, std::string const& option) { return app.get_option(option)->results(); }

std::string const looks_like_a_value = "minutes draft=2.txt";

}  // namespace

TEST_CASE("no option takes the positional argument behind its value") {
  auto const options = all_options();
  REQUIRE(options.size() > 60);
  for (auto const& tried_option : options) {
    auto const& path = tried_option.command;
    auto const& name = tried_option.name;
    CAPTURE(path);
    CAPTURE(name);
    IdleProgram program;
    auto const& command = program.parse(path, {name, "A=B", looks_like_a_value, "other.txt"});
    CHECK(values_of(command, name) == Words{"A=B"});
    CHECK(positionals(command) == Words{looks_like_a_value, "other.txt"});
  }
}

TEST_CASE("an option between positional arguments leaves them alone") {
  for (auto const& tried_option : all_options()) {
    auto const& path = tried_option.command;
    auto const& name = tried_option.name;
    CAPTURE(path);
    CAPTURE(name);
    IdleProgram program;
    auto const& command = program.parse(path, {"first.txt", name, "A=B", looks_like_a_value});
    CHECK(values_of(command, name) == Words{"A=B"});
    CHECK(positionals(command) == Words{"first.txt", looks_like_a_value});
  }
}

TEST_CASE("an empty value behind = is a value") {
  for (auto const& tried_option : all_options()) {
    auto const& path = tried_option.command;
    auto const& name = tried_option.name;
    if (!name.starts_with("--")) continue;
    CAPTURE(path);
    CAPTURE(name);
    IdleProgram program;
    auto const& command = program.parse(path, quoth::tools::with_empty_values({name + "=", looks_like_a_value}));
    CHECK(values_of(command, name) == Words{""});
    CHECK(positionals(command) == Words{looks_like_a_value});
  }
}

TEST_CASE("a positional argument in brackets is one argument") {
  for (auto const* command_name : {"check", "extract", "ingest", "audit"}) {
    CAPTURE(command_name);
    IdleProgram program;
    CHECK(positionals(program.parse({command_name}, {"a.txt", "[b,c]", "[d]"})) == Words{"a.txt", "[b,c]", "[d]"});
  }
}

TEST_CASE("repeatable options take one value each time") {
  std::size_t tried = 0;
  for (auto const& tried_option : all_options()) {
    auto const& path = tried_option.command;
    auto const& name = tried_option.name;
    if (!tried_option.repeatable) continue;
    CAPTURE(path);
    CAPTURE(name);
    ++tried;
    IdleProgram program;
    auto const& command = program.parse(path, {name, "A=B", name, "C=D", looks_like_a_value});
    CHECK(values_of(command, name) == Words{"A=B", "C=D"});
    CHECK(positionals(command) == Words{looks_like_a_value});
  }
  CHECK(tried >= 6);  // --limit of five commands and --speaker of ingest
}
