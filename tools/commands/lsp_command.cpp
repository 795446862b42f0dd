// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <csignal>
#include <memory>

#include "tools/commands/command.hpp"
#include "tools/servers/lsp/lsp_server.hpp"

namespace quoth::tools {

namespace {

void run_lsp(EditorSettings settings, int& status) {
  make_path_absolute(settings.store);
  make_policy_absolute(settings.policy);
  if (!settings.policy.empty()) load_policy(settings.policy);  // throws where there is none
  std::signal(SIGPIPE, SIG_IGN);                               // an editor that is gone ends the loop
  JsonRpcLoop loop(STDIN_FILENO, STDOUT_FILENO, lsp_options());
  LspServer const server(loop, std::move(settings));
  loop.run();
  // The protocol asks for 1 where the client left without shutdown.
  status = server.was_shut_down() ? nothing_to_see : something_to_see;
}

}  // namespace

void add_lsp_command(Command& program, int& status) {
  auto command = program.add_command("lsp", "Serve an editor: Language Server Protocol, on standard input");
  auto options = std::make_shared<EditorSettings>();
  add_store_option(command, options->store);
  add_policy_option(command, options->policy);
  add_coverage_option(command, options->coverage, StoreCoverage::complete);
  command.footer(
      "An editor starts it for Markdown, plain text and HTML; docs/editors.md says how.\n"
      "Example: quoth lsp --store quotes.db");
  command.callback([options, &status] { run_lsp(*options, status); });
}

}  // namespace quoth::tools
