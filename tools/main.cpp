// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "command.hpp"
#include "quoth/error.hpp"

namespace {

int run(int argc, char** argv) {
  CLI::App app{"Verifies quotations: were these words said, by this speaker, and do they keep what was meant?",
               "quoth"};
  app.set_version_flag("--version", "quoth " QUOTH_VERSION);
  app.require_subcommand(1);
  app.footer("Exit status: 0 nothing an editor must see, 1 something, 2 wrong usage or a failure.");
  int status = quoth::nothing_to_see;
  quoth::add_ingest_command(app, status);
  quoth::add_check_command(app, status);
  quoth::add_annotate_command(app, status);
  quoth::add_extract_command(app, status);
  quoth::add_audit_command(app, status);
  quoth::add_search_command(app, status);
  quoth::add_store_command(app, status);
  quoth::add_explain_command(app);
  quoth::add_hook_command(app, status);
  quoth::add_config_command(app);
  quoth::add_completion_command(app);
  quoth::add_manual_command(app);
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? quoth::nothing_to_see : quoth::failure;
  }
  std::cout.flush();
  if (!std::cout) throw quoth::Error("standard output cannot be written; check the disk or the pipe");
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (quoth::Error const& error) {
    quoth::complain(error.what());
  } catch (std::exception const& error) {
    quoth::complain(std::string("stopped by an unexpected failure: ") + error.what());
  }
  return quoth::failure;
}
