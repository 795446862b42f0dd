// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "quoth/store_coverage.hpp"
#include "tools/commands/command_line.hpp"
#include "tools/desk/named_files.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

// The exit status of the program.
enum ExitStatus { nothing_to_see = 0, something_to_see = 1, failure = 2 };

// Each adds one subcommand. Setting it up reads and opens nothing; the work is done once the command line has been
// parsed, and sets `status`.
void add_ingest_command(Command& program, int& status);
void add_extract_command(Command& program, int& status);
void add_check_command(Command& program, int& status);
void add_diff_command(Command& program, int& status);
void add_annotate_command(Command& program, int& status);
void add_audit_command(Command& program, int& status);
void add_search_command(Command& program, int& status);
void add_cite_command(Command& program, int& status);
void add_store_command(Command& program, int& status);
void add_explain_command(Command& program);
void add_hook_command(Command& program, int& status);
// Of `hook`.
void add_hook_agent_command(Command& hook, int& status);
void add_mcp_command(Command& program);
void add_lsp_command(Command& program, int& status);
void add_config_command(Command& program);
void add_completion_command(Command& program);
void add_manual_command(Command& program);
void add_help_command(Command& program);
// Adds all of them.
void add_all_commands(Command& program, int& status);
// Adds those that a command line with this first argument can need: the command of that name alone, as the options of
// all take longer to set up than most commands to run; none for the version; else all of them.
void add_commands(Command& program, int& status, std::string_view first);

// --store, with QUOTH_STORE as its default.
Option add_store_option(Command& command, std::string& store);

// --policy; built-in ones and files.
Option add_policy_option(Command& command, std::string& policy);

// --coverage; unset where it is not given.
Option add_coverage_option(Command& command, std::optional<StoreCoverage>& coverage, StoreCoverage otherwise);

// Accepts a valid date, YYYY-MM-DD.
Option add_date_option(Command& command, std::string& date, std::string const& description);

// What named_files finds; complains of its faults, which make `status` a failure.
std::vector<std::string> files_named(std::vector<std::string> const& paths, FileRole const& role,
                                     WalkOptions const& walk, int& status);

// Calls `work` for each item; reports an Error that it throws and goes on. Returns whether all went well.
bool for_each_item(std::vector<std::string> const& items, std::function<void(std::string const&)> const& work);

// What the user is told of an exception, on one line: quoth::Error says it itself; what the file system or the memory
// refuse is put in words.
std::string failure_text(std::exception const& failure);

}  // namespace quoth::tools
