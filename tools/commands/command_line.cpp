// SPDX-License-Identifier: MIT
#include "tools/commands/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "tools/commands/command.hpp"

namespace quoth::tools {

namespace {

std::string joined(std::vector<std::string> const& names) {
  std::string text;
  for (auto const& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

CommandPage page_of(CLI::App const& app) {
  CommandPage page{app.get_name(), app.get_description(), app.get_footer(), {}, {}};
  for (auto const* option : app.get_options()) {
    auto const name = option->get_positional() ? option->get_name(true) : option->get_name(false, true);
    page.options.push_back({name, option->get_lnames(), option->get_description()});
  }
  for (auto const* command : app.get_subcommands({})) page.commands.push_back(page_of(*command));
  return page;
}

// Takes positional arguments as long as there are any. CLI11's own way to say it, extra arguments, would part "[a,b]"
// into two.
CLI::Option* any_number(CLI::Option* option) {
  constexpr auto many = CLI::detail::expected_max_vector_size;
  return option->take_all()->expected(many, many)->allow_extra_args(false);
}

}  // namespace

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::environment(std::string const& variable) {
  option_->envname(variable);
  return *this;
}

Option& Option::value_name(std::string const& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::excludes(std::string const& other) {
  option_->excludes(other);
  return *this;
}

Option& Option::check(std::function<std::string(std::string const&)> const& fault) {
  option_->check(CLI::Validator([fault](std::string& text) { return fault(text); }, ""));
  return *this;
}

Option& Option::one_of(std::vector<std::string> const& values) {
  return check([values](std::string const& text) -> std::string {
    if (std::ranges::find(values, text) != values.end()) return "";
    return "\"" + text + "\" is unknown; use one of " + joined(values);
  });
}

Option& Option::between(long least, long most) {
  option_->check(CLI::Range(least, most).description(""));
  return *this;
}

Command Command::add_command(std::string const& name, std::string const& description) {
  return Command(app_->add_subcommand(name, description));
}

void Command::require_command() { app_->require_subcommand(1); }

Option Command::add(std::string const& name, std::string& target, std::string const& description) {
  return Option(app_->add_option(name, target, description));
}

Option Command::add_arguments(std::string const& name, std::vector<std::string>& target,
                              std::string const& description) {
  return Option(any_number(app_->add_option(name, target, description)));
}

Option Command::add_arguments(std::string const& name, std::vector<std::int64_t>& target,
                              std::string const& description) {
  return Option(any_number(app_->add_option(name, target, description)));
}

Option Command::add(std::string const& name, std::size_t& target, std::string const& description) {
  return Option(app_->add_option(name, target, description));
}

Option Command::add(std::string const& name, unsigned& target, std::string const& description) {
  return Option(app_->add_option(name, target, description));
}

Option Command::add_share(std::string const& name, std::optional<double>& target, std::string const& description) {
  return Option(app_->add_option(name, target, description)->check(CLI::Range(0.0, 1.0).description("")));
}

Option Command::add(std::string const& name, bool& target, std::string const& description) {
  return Option(app_->add_flag(name, target, description));
}

Option Command::add_repeatable(std::string const& name, std::vector<std::string>& target,
                               std::string const& description) {
  return Option(app_->add_option(name, target, description)->take_all()->expected(1)->allow_extra_args(false));
}

Option Command::add_repeatable(std::string const& name, std::function<void(std::string const&)> const& take,
                               std::string const& description) {
  auto const take_each = [take](std::vector<std::string> const& values) {
    std::ranges::for_each(values, take);
    return true;
  };
  return Option(app_->add_option(name, take_each, description)->take_all()->expected(1)->allow_extra_args(false));
}

Option Command::add_flag(std::string const& name, std::function<void()> const& take, std::string const& description) {
  return Option(app_->add_flag_callback(name, take, description));
}

Option Command::add_value(std::string const& name, std::function<void(std::string const&)> const& take,
                          std::string const& description) {
  auto const take_one = [take](std::vector<std::string> const& values) {
    take(values.front());
    return true;
  };
  return Option(app_->add_option(name, take_one, description));
}

void Command::footer(std::string const& text) { app_->footer(text); }

void Command::callback(std::function<void()> const& work) { app_->callback(work); }

CommandPage Command::page() const { return page_of(*app_); }

std::vector<std::string> with_empty_values(std::vector<std::string> const& arguments) {
  std::vector<std::string> words;
  bool options = true;
  for (auto const& argument : arguments) {
    options = options && argument != "--";
    bool const is_empty = argument.starts_with("--") && argument.find('=') == argument.size() - 1;
    if (options && is_empty) {
      words.push_back(argument.substr(0, argument.size() - 1));
      words.emplace_back();
    } else {
      words.push_back(argument);
    }
  }
  return words;
}

int run_command_line(int argc, char** argv, std::string const& description, std::string const& version,
                     std::function<void(Command&, int& status)> const& set_up) {
  CLI::App app{description, "quoth"};
  app.set_version_flag("--version", version);
  int status = nothing_to_see;
  Command command(&app);
  set_up(command, status);
  try {
    auto arguments = with_empty_values({argv + std::min(argc, 1), argv + argc});
    std::ranges::reverse(arguments);  // as CLI11 wants them
    app.parse(std::move(arguments));
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? nothing_to_see : failure;
  }
  return status;
}

}  // namespace quoth::tools
