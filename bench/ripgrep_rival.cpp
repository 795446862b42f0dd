// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "bench/rivals.hpp"

namespace quoth::bench {

std::optional<bool> ripgrep_finds(std::filesystem::path const& text, std::string const& query) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  auto file = text.string();
  auto pattern = query;
  std::string program = "rg", fixed = "-F", count = "-c", dashes = "--";
  std::array<char*, 7> arguments{program.data(), fixed.data(), count.data(), dashes.data(),
                                 pattern.data(), file.data(),  nullptr};
  pid_t child = 0;
  int failed = posix_spawnp(&child, "rg", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return std::nullopt;
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace quoth::bench
