// SPDX-License-Identifier: MIT
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
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
  } catch (quoth::Error const& error) {
    quoth::tools::complain(error.what());
  } catch (std::filesystem::filesystem_error const& error) {
    auto const path = error.path1().empty() ? std::string("the working directory") : error.path1().string();
    quoth::tools::complain(path + ": " + error.code().message() + "; check the path and its rights");
  } catch (std::bad_alloc const&) {
    quoth::tools::complain("there is not enough memory; give fewer or smaller files, or lower --limit");
  } catch (std::exception const& error) {
    quoth::tools::complain(std::string("stopped by an unexpected failure: ") + error.what());
  }
  return quoth::tools::failure;
}
