// SPDX-License-Identifier: MIT
#include "tools/desk/git/git_process.hpp"

#include <spawn.h>
#include <unistd.h>

#include <cstring>
#include <string_view>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

pid_t start_git(std::vector<std::string> const& arguments, int in, int out) {
  // None of what a repository's settings can have run, and nothing written: "git diff" writes the index where a file's
  // time alone has changed, optional locks or not.
  std::vector<std::string> words{"git", "--no-optional-locks",        "-c", "core.fsmonitor=false",
                                 "-c",  "diff.autoRefreshIndex=false"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> settings;
  constexpr std::string_view allowed = "GIT_ALLOW_PROTOCOL=";
  for (auto* setting = environ; *setting != nullptr; ++setting)
    if (!std::string_view(*setting).starts_with(allowed)) settings.emplace_back(*setting);
  settings.emplace_back(allowed);  // none; a repository's protocol.NAME.allow would go before protocol.allow
  settings.emplace_back("GIT_NO_LAZY_FETCH=1");  // of objects that the repository's settings promise elsewhere
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (in >= 0) posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  if (out >= 0) posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  pid_t child = 0;
  auto const failed =
      posix_spawnp(&child, "git", &actions, nullptr, pointers_to(words).data(), pointers_to(settings).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw Error(std::string("git cannot be run: ") + std::strerror(failed) + "; install git");
  return child;
}

}  // namespace quoth::tools
