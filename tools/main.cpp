// SPDX-License-Identifier: MIT
#include <exception>
#include <iostream>
#include <string_view>

#include "db/sqlite/sqlite_tuning.hpp"
#include "quoth/error.hpp"
#include "quoth/version.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/mapped_files.hpp"

namespace quoth::tools {

namespace {

int run(int argc, char** argv) {
  std::string_view const first = argc > 1 ? argv[1] : "";
  auto const status = run_command_line(
      argc, argv, "Verifies quotations: were these words said, by this speaker, and do they keep what was meant?",
      "quoth " QUOTH_VERSION, [first](Command& program, int& to_set) { add_commands(program, to_set, first); });
  std::cout.flush();
  if (!std::cout) throw Error("standard output cannot be written; check the disk or the pipe");
  return status;
}

}  // namespace

}  // namespace quoth::tools

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  quoth::tools::end_where_a_mapped_file_is_cut_short();
  quoth::db::tune_sqlite_for_one_program();
  try {
    return quoth::tools::run(argc, argv);
  } catch (std::exception const& error) {
    quoth::tools::complain(quoth::tools::failure_text(error));
  }
  return quoth::tools::failure;
}
