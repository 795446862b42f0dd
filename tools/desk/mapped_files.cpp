// SPDX-License-Identifier: MIT
#include "tools/desk/mapped_files.hpp"

#include <unistd.h>

#include <csignal>
#include <string_view>

namespace quoth::tools {

namespace {

constexpr std::string_view message =
    "quoth: a file was cut short by another program while it was being read; run the same command again\n";
constexpr int status_of_failure = 2;

// Calls only what a signal handler may call.
[[noreturn]] void end(int /*signal*/) {
  [[maybe_unused]] auto const written = write(STDERR_FILENO, message.data(), message.size());
  _exit(status_of_failure);
}

}  // namespace

void end_where_a_mapped_file_is_cut_short() {
  struct sigaction action {};
  action.sa_handler = end;
  sigaction(SIGBUS, &action, nullptr);
}

}  // namespace quoth::tools
