// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "tools/commands/command.hpp"

namespace quoth::tools {

namespace {

using Add = void (*)(Command&, int&);

// A command that sets no status of its own.
template <void add(Command&)>
void with_status(Command& program, int& /*status*/) {
  add(program);
}

// In the order in which help lists them.
constexpr std::array<std::pair<std::string_view, Add>, 17> commands{{
    {"ingest", add_ingest_command},
    {"check", add_check_command},
    {"diff", add_diff_command},
    {"annotate", add_annotate_command},
    {"extract", add_extract_command},
    {"audit", add_audit_command},
    {"search", add_search_command},
    {"cite", add_cite_command},
    {"store", add_store_command},
    {"explain", with_status<add_explain_command>},
    {"hook", add_hook_command},
    {"mcp", with_status<add_mcp_command>},
    {"lsp", add_lsp_command},
    {"config", with_status<add_config_command>},
    {"completion", with_status<add_completion_command>},
    {"manual", with_status<add_manual_command>},
    {"help", with_status<add_help_command>},
}};

// These speak of all the others.
constexpr std::array<std::string_view, 3> of_all{"completion", "manual", "help"};

}  // namespace

void add_all_commands(Command& program, int& status) { add_commands(program, status, ""); }

void add_commands(Command& program, int& status, std::string_view first) {
  program.require_command();
  program.footer("Exit status: 0 nothing an editor must see, 1 something, 2 wrong usage or a failure.");
  auto const* const named = std::ranges::find(commands, first, &std::pair<std::string_view, Add>::first);
  bool const is_alone = named != commands.end() && std::ranges::find(of_all, first) == of_all.end();
  if (is_alone) return named->second(program, status);
  if (first == "--version" || first == "-V") return;
  for (auto const& [name, add] : commands) add(program, status);
}

}  // namespace quoth::tools
