// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace quoth {

// What the program's exit status says.
enum ExitStatus { nothing_to_see = 0, something_to_see = 1, failure = 2 };

// Each adds one subcommand. Setting up reads and opens nothing; the work is done when the command line has been
// parsed, and writes its outcome to `status`.
void add_ingest_command(CLI::App& app, int& status);
void add_extract_command(CLI::App& app, int& status);
void add_check_command(CLI::App& app, int& status);
void add_annotate_command(CLI::App& app, int& status);
void add_audit_command(CLI::App& app, int& status);
void add_search_command(CLI::App& app, int& status);
void add_store_command(CLI::App& app, int& status);
void add_explain_command(CLI::App& app);
void add_hook_command(CLI::App& app, int& status);
void add_config_command(CLI::App& app);
void add_completion_command(CLI::App& app);
void add_manual_command(CLI::App& app);

// --store, with QUOTH_STORE as its default.
void add_store_option(CLI::App& command, std::string& store);

// Turns one of some names into the value it stands for; anything else is refused with the list of names.
template <typename Value>
CLI::Validator one_of(std::map<std::string, Value> const& values) {
  auto const transform = [values](std::string& text) -> std::string {
    if (auto const found = values.find(text); found != values.end()) {
      text = std::to_string(static_cast<int>(found->second));
      return {};
    }
    std::string names;
    for (auto const& [name, value] : values) names += (names.empty() ? "" : ", ") + name;
    return "\"" + text + "\" is unknown; use one of " + names;
  };
  return {transform, ""};
}

// Accepts a day of the calendar, YYYY-MM-DD.
CLI::Validator is_date();

// "quoth: " and the message on standard error, made safe for terminals.
void complain(std::string const& message);

// Runs `work` for each item; what it throws is complained about and the rest goes on. Whether all went well.
bool for_each_item(std::vector<std::string> const& items, std::function<void(std::string const&)> const& work);

}  // namespace quoth
