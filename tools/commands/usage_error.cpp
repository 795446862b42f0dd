// SPDX-License-Identifier: MIT
#include "tools/commands/usage_error.hpp"

#include <CLI/CLI.hpp>
#include <optional>
#include <vector>

#include "text/words/near_name.hpp"

namespace quoth::tools {

namespace {

// The program and the commands named, each below the one before.
std::vector<CLI::App const*> parsed_commands(CLI::App const& app) {
  std::vector<CLI::App const*> path{&app};
  for (auto below = app.get_subcommands(); !below.empty(); below = below.back()->get_subcommands())
    path.push_back(below.back());
  return path;
}

// "store list"; empty for the program.
std::string path_of(CLI::App const& app) {
  if (app.get_parent() == nullptr) return "";
  auto const above = path_of(*app.get_parent());
  return (above.empty() ? "" : above + " ") + app.get_name();
}

std::string see_help(CLI::App const& app) {
  auto const path = path_of(app);
  return "; see quoth " + path + (path.empty() ? "" : " ") + "--help";
}

// "store list: "; empty for the program.
std::string prefix_of(CLI::App const& app) {
  auto const path = path_of(app);
  return path.empty() ? "" : path + ": ";
}

std::vector<std::string> command_names(CLI::App const& app) {
  std::vector<std::string> names;
  for (auto const* command : app.get_subcommands({})) {
    if (!command->get_group().empty()) names.push_back(command->get_name());  // else it is hidden
  }
  return names;
}

std::string unknown_option(CLI::App const& app, std::string const& written) {
  auto const name = written.substr(0, written.find('='));
  std::vector<std::string> names;
  for (auto const* option : app.get_options()) {
    for (auto const& known : option->get_lnames()) names.push_back("--" + known);
  }
  auto const meant = text::did_you_mean(name, {names.begin(), names.end()});
  return prefix_of(app) + "unknown option " + name + (meant.empty() ? see_help(app) : meant);
}

// What is wrong with an argument that nothing takes.
std::string unexpected(CLI::App const& app, std::string const& argument) {
  if (argument.size() > 1 && argument.starts_with('-')) return unknown_option(app, argument);
  if (app.get_require_subcommand_min() > 0) return unknown_command(app, argument);
  return prefix_of(app) + "unexpected argument \"" + argument + "\"" + see_help(app);
}

// As CLI11 has it, from the name of an option on.
std::string fault_of_option(CLI::App const& app, CLI::ParseError const& error) {
  std::string const what = error.what();
  if (dynamic_cast<CLI::ArgumentMismatch const*>(&error) != nullptr) {
    auto const name = what.substr(0, what.find(':'));
    auto const* option = app.get_option_no_throw(name);
    bool const is_repeated = option != nullptr && option->count() > 1;
    return name + (is_repeated ? " is given more than once" : " needs a value") + see_help(app);
  }
  if (dynamic_cast<CLI::ConversionError const*>(&error) != nullptr) {
    constexpr std::string_view could_not = "Could not convert: ";
    return (what.starts_with(could_not) ? what.substr(could_not.size()) : what) + " is no number" + see_help(app);
  }
  if (dynamic_cast<CLI::ExcludesError const*>(&error) != nullptr) {
    constexpr std::string_view excludes = " excludes ";
    auto text = what;
    if (auto const at = text.find(excludes); at != text.npos)
      text.replace(at, excludes.size(), " cannot be combined with ");
    return text + see_help(app);
  }
  return what + (dynamic_cast<CLI::ValidationError const*>(&error) != nullptr ? "" : see_help(app));
}

}  // namespace

std::string unknown_command(CLI::App const& app, std::string const& name) {
  auto const names = command_names(app);
  auto const path = path_of(app);
  auto const before = path.empty() ? "" : path + " ";
  auto const nearest = text::nearest_name(name, {names.begin(), names.end()});
  auto const unknown = "unknown command " + before + name;
  return nearest.empty() ? unknown + "; use one of " + CLI::detail::join(names, ", ")
                         : unknown + "; did you mean " + before + std::string(nearest) + "?";
}

std::string usage_fault(CLI::App const& app, CLI::ParseError const& error) {
  auto const path = parsed_commands(app);
  for (auto const* command : path) {
    if (auto const extras = command->remaining(); !extras.empty()) return unexpected(*command, extras.front());
  }
  auto const& last = *path.back();
  if (last.get_require_subcommand_min() > 0 && last.get_subcommands().empty())
    return prefix_of(last) + "a command is missing; use one of " + CLI::detail::join(command_names(last), ", ");
  return prefix_of(last) + fault_of_option(last, error);
}

}  // namespace quoth::tools
