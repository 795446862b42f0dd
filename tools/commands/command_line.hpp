// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace quoth::tools {

// The command line as the commands see it. CLI11 is hidden behind it: including that costs seconds of compile time.

// What a shell can offer for a value besides the words that are listed for it.
enum class Offer { nothing, files, folders, sources, speakers, rulings, commands };

// What completions know of an option and its parser does not.
struct OptionFacts {
  std::vector<std::string> values;  // words that may be given, not always all
  bool is_list = false;             // several of them, with commas between
  std::optional<Offer> offer;       // where it is not set the name of the value tells: FILE, DIR
};

// An option, flag or positional argument.
class Option {
 public:
  Option(CLI::Option* option, OptionFacts& facts) : option_(option), facts_(&facts) {}

  Option& required();
  Option& environment(std::string const& variable);
  Option& value_name(std::string const& name);
  Option& one_of(std::vector<std::string> const& values);
  // For completions; others may be given too.
  Option& offers(std::vector<std::string> const& values);
  Option& offers_list(std::vector<std::string> const& values);  // several, with commas between
  Option& offers(Offer offer);
  Option& between(long least, long most);
  // Cannot be combined with `other`, an option of the same command that was added before.
  Option& excludes(std::string const& other);
  // `fault` returns what is wrong with a value, or nothing.
  Option& check(std::function<std::string(std::string const&)> const& fault);

 private:
  CLI::Option* option_;
  OptionFacts* facts_;  // outlives the option
};

// Describes a command's options and subcommands, for completions and the manual.
struct OptionPage {
  std::string name;                     // as help shows it: -o,--output
  std::vector<std::string> long_names;  // without the dashes; none for a positional
  std::vector<std::string> short_names;
  std::string description;
  std::string value_name;  // "FILE"; empty for a flag
  std::string environment;
  bool is_positional = false;
  bool is_repeatable = false;
  std::vector<std::string> values;
  bool is_list = false;  // several values, with commas between
  Offer offer = Offer::nothing;
};
struct CommandPage {
  std::string name;
  std::string description;
  std::string footer;
  std::vector<OptionPage> options;
  std::vector<CommandPage> commands;
};

class Command {
 public:
  explicit Command(CLI::App* app) : Command(app, std::make_shared<Facts>()) {}

  Command add_command(std::string const& name, std::string const& description);
  // That help does not list.
  Command add_hidden_command(std::string const& name, std::string const& description);
  void require_command();

  // `target` must live until the command line is parsed; it is unchanged if the option is not given.
  Option add(std::string const& name, std::string& target, std::string const& description);
  Option add(std::string const& name, std::size_t& target, std::string const& description);
  Option add(std::string const& name, unsigned& target, std::string const& description);
  // All positional arguments that are left; an option with several values would take them for its own.
  Option add_arguments(std::string const& name, std::vector<std::string>& target, std::string const& description);
  Option add_arguments(std::string const& name, std::vector<std::int64_t>& target, std::string const& description);
  // All of them as one text, with blanks between.
  Option add_words(std::string const& name, std::string& target, std::string const& description);
  // A number from 0 to 1.
  Option add_share(std::string const& name, std::optional<double>& target, std::string const& description);
  Option add(std::string const& name, bool& target, std::string const& description);
  // May be given more than once; takes one value at a time.
  Option add_repeatable(std::string const& name, std::vector<std::string>& target, std::string const& description);
  Option add_repeatable(std::string const& name, std::function<void(std::string const&)> const& take,
                        std::string const& description);
  Option add_flag(std::string const& name, std::function<void()> const& take, std::string const& description);
  // Takes the name of one of these values.
  template <typename Value>
  Option add_choice(std::string const& name, Value& target, std::map<std::string, Value> const& values,
                    std::string const& description) {
    std::vector<std::string> names;
    names.reserve(values.size());
    for (auto const& [known, value] : values) names.push_back(known);
    return add_value(
               name, [&target, values](std::string const& chosen) { target = values.at(chosen); }, description)
        .one_of(names);
  }

  void footer(std::string const& text);
  // Sets what to do once the command line has been parsed and names this command.
  void callback(std::function<void()> const& work);

  CommandPage page() const;
  // What --help prints.
  std::string help() const;
  // Throws Error, with the nearest name, where there is no such command.
  Command command_named(std::string const& name) const;

 private:
  using Facts = std::map<CLI::Option const*, OptionFacts>;

  Command(CLI::App* app, std::shared_ptr<Facts> facts) : app_(app), facts_(std::move(facts)) {}
  Option with_facts(CLI::Option* option) { return {option, (*facts_)[option]}; }
  Option add_value(std::string const& name, std::function<void(std::string const&)> const& take,
                   std::string const& description);

  CLI::App* app_;
  std::shared_ptr<Facts> facts_;  // of all commands of the program
};

// The arguments of a command line with each "--name=" before a "--" parted in two, "--name" and "": CLI11 reads it as
// an option without a value, which takes the next argument.
std::vector<std::string> with_empty_values(std::vector<std::string> const& arguments);

// Calls `set_up`, parses the command line, and runs the command it names. Prints help, the version and usage errors.
// Returns 0 for the former two, 2 for the latter, else `status` as the command set it.
int run_command_line(int argc, char** argv, std::string const& description, std::string const& version,
                     std::function<void(Command&, int& status)> const& set_up);

}  // namespace quoth::tools
