// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace quoth {

// What the program's exit status says.
enum ExitStatus { nothing_to_see = 0, something_to_see = 1, failure = 2 };

// Each adds one subcommand. Setting up reads and opens nothing; the work is done when the command line has been
// parsed, and writes its outcome to `status`.
void add_ingest_command(CLI::App& app, int& status);
void add_extract_command(CLI::App& app, int& status);
void add_check_command(CLI::App& app, int& status);
void add_search_command(CLI::App& app, int& status);
void add_store_command(CLI::App& app, int& status);

// --store, with QUOTH_STORE as its default.
void add_store_option(CLI::App& command, std::string& store);

// Accepts a day of the calendar, YYYY-MM-DD.
CLI::Validator is_date();

// "quoth: " and the message on standard error, made safe for terminals.
void complain(std::string const& message);

// Runs `work` for each item; what it throws is complained about and the rest goes on. Whether all went well.
bool for_each_item(std::vector<std::string> const& items, std::function<void(std::string const&)> const& work);

}  // namespace quoth
