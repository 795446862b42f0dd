// SPDX-License-Identifier: MIT
#include "tools/commands/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "quoth/error.hpp"
#include "text/words/near_name.hpp"
#include "text/words/one_of.hpp"
#include "tools/commands/command.hpp"
#include "tools/commands/usage_error.hpp"

namespace quoth::tools {

namespace {

std::string joined(std::vector<std::string> const& names) {
  std::string text;
  for (auto const& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

Offer offer_of(std::string_view value_name) {
  if (text::is_one_of(value_name, {"FILE", "PATH", "COPY", "NEWFILE"})) return Offer::files;
  return text::is_one_of(value_name, {"DIR", "FOLDER"}) ? Offer::folders : Offer::nothing;
}

OptionPage page_of(CLI::Option const& option, OptionFacts const& facts) {
  bool const positional = option.get_positional();
  bool const takes_value = option.get_expected_max() > 0;
  OptionPage page{positional ? option.get_name(true) : option.get_name(false, true),
                  option.get_lnames(),
                  option.get_snames(),
                  option.get_description(),
                  positional || !takes_value ? "" : option.get_type_name(),
                  option.get_envname(),
                  positional,
                  option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll,
                  facts.values,
                  facts.is_list,
                  Offer::nothing};
  page.offer = facts.offer.value_or(offer_of(positional ? page.name : page.value_name));
  return page;
}

CommandPage page_of(CLI::App const& app, std::map<CLI::Option const*, OptionFacts> const& facts) {
  CommandPage page{app.get_name(), app.get_description(), app.get_footer(), {}, {}};
  for (auto const* option : app.get_options()) {
    auto const known = facts.find(option);
    page.options.push_back(page_of(*option, known == facts.end() ? OptionFacts{} : known->second));
  }
  for (auto const* command : app.get_subcommands({})) {
    if (!command->get_group().empty()) page.commands.push_back(page_of(*command, facts));
  }
  return page;
}

template <typename Number>
std::string fault_of_range(std::string const& text, Number least, Number most) {
  Number value{};
  bool const is_in = CLI::detail::lexical_cast(text, value) && value >= least && value <= most;
  return is_in ? "" : "\"" + text + "\" is no number from " + fmt::format("{} to {}", least, most);
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

Option& Option::offers(std::vector<std::string> const& values) {
  facts_->values = values;
  return *this;
}

Option& Option::offers_list(std::vector<std::string> const& values) {
  facts_->is_list = true;
  return offers(values);
}

Option& Option::offers(Offer offer) {
  facts_->offer = offer;
  return *this;
}

Option& Option::one_of(std::vector<std::string> const& values) {
  offers(values);
  return check([values](std::string const& text) -> std::string {
    if (std::ranges::find(values, text) != values.end()) return "";
    auto const meant = text::did_you_mean(text, {values.begin(), values.end()});
    return "\"" + text + "\" is unknown" + (meant.empty() ? "; use one of " + joined(values) : meant);
  });
}

Option& Option::between(long least, long most) {
  return check([least, most](std::string const& text) { return fault_of_range(text, least, most); });
}

Command Command::add_command(std::string const& name, std::string const& description) {
  return Command(app_->add_subcommand(name, description), facts_);
}

Command Command::add_hidden_command(std::string const& name, std::string const& description) {
  auto* const app = app_->add_subcommand(name, description);
  app->group("");
  return Command(app, facts_);
}

void Command::require_command() { app_->require_subcommand(1); }

Option Command::add(std::string const& name, std::string& target, std::string const& description) {
  return with_facts(app_->add_option(name, target, description));
}

Option Command::add_arguments(std::string const& name, std::vector<std::string>& target,
                              std::string const& description) {
  return with_facts(any_number(app_->add_option(name, target, description)));
}

Option Command::add_arguments(std::string const& name, std::vector<std::int64_t>& target,
                              std::string const& description) {
  return with_facts(any_number(app_->add_option(name, target, description)));
}

Option Command::add_words(std::string const& name, std::string& target, std::string const& description) {
  auto const join = [&target](std::vector<std::string> const& words) {
    target.clear();
    for (auto const& word : words) target += (target.empty() ? "" : " ") + word;
  };
  return with_facts(any_number(app_->add_option_function<std::vector<std::string>>(name, join, description)));
}

Option Command::add(std::string const& name, std::size_t& target, std::string const& description) {
  return with_facts(app_->add_option(name, target, description));
}

Option Command::add(std::string const& name, unsigned& target, std::string const& description) {
  return with_facts(app_->add_option(name, target, description));
}

Option Command::add_share(std::string const& name, std::optional<double>& target, std::string const& description) {
  return with_facts(app_->add_option(name, target, description)).check([](std::string const& text) {
    return fault_of_range(text, 0.0, 1.0);
  });
}

Option Command::add(std::string const& name, bool& target, std::string const& description) {
  return with_facts(app_->add_flag(name, target, description));
}

Option Command::add_repeatable(std::string const& name, std::vector<std::string>& target,
                               std::string const& description) {
  return with_facts(app_->add_option(name, target, description)->take_all()->expected(1)->allow_extra_args(false));
}

Option Command::add_repeatable(std::string const& name, std::function<void(std::string const&)> const& take,
                               std::string const& description) {
  auto const take_each = [take](std::vector<std::string> const& values) {
    std::ranges::for_each(values, take);
    return true;
  };
  return with_facts(app_->add_option(name, take_each, description)->take_all()->expected(1)->allow_extra_args(false));
}

Option Command::add_flag(std::string const& name, std::function<void()> const& take, std::string const& description) {
  return with_facts(app_->add_flag_callback(name, take, description));
}

Option Command::add_value(std::string const& name, std::function<void(std::string const&)> const& take,
                          std::string const& description) {
  auto const take_one = [take](std::vector<std::string> const& values) {
    take(values.front());
    return true;
  };
  return with_facts(app_->add_option(name, take_one, description));
}

void Command::footer(std::string const& text) { app_->footer(text); }

void Command::callback(std::function<void()> const& work) { app_->callback(work); }

CommandPage Command::page() const { return page_of(*app_, *facts_); }

std::string Command::help() const {
  std::string path = app_->get_name();
  for (auto const* above = app_->get_parent(); above != nullptr; above = above->get_parent())
    path.insert(0, above->get_name() + " ");
  return app_->get_formatter()->make_help(app_, path, CLI::AppFormatMode::Normal);
}

Command Command::command_named(std::string const& name) const {
  for (auto* const command : app_->get_subcommands({})) {
    if (command->get_name() == name) return Command(command, facts_);
  }
  throw Error(unknown_command(*app_, name));
}

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
  app.set_version_flag("-V,--version", version, "The program's version");
  int status = nothing_to_see;
  Command command(&app);
  set_up(command, status);
  try {
    auto arguments = with_empty_values({argv + std::min(argc, 1), argv + argc});
    std::ranges::reverse(arguments);  // as CLI11 wants them
    app.parse(std::move(arguments));
  } catch (CLI::ParseError const& error) {
    if (error.get_exit_code() != 0) {
      complain(usage_fault(app, error));
      return failure;
    }
    app.exit(error);  // prints help or the version
    return nothing_to_see;
  }
  return status;
}

}  // namespace quoth::tools
