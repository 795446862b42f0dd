// SPDX-License-Identifier: MIT
#include "tools/commands/command.hpp"

namespace quoth::tools {

void add_all_commands(Command& program, int& status) {
  program.require_command();
  program.footer("Exit status: 0 nothing an editor must see, 1 something, 2 wrong usage or a failure.");
  add_ingest_command(program, status);
  add_check_command(program, status);
  add_diff_command(program, status);
  add_annotate_command(program, status);
  add_extract_command(program, status);
  add_audit_command(program, status);
  add_search_command(program, status);
  add_cite_command(program, status);
  add_store_command(program, status);
  add_explain_command(program);
  add_hook_command(program, status);
  add_mcp_command(program);
  add_lsp_command(program, status);
  add_config_command(program);
  add_completion_command(program);
  add_manual_command(program);
  add_help_command(program);
}

}  // namespace quoth::tools
