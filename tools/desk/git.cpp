// SPDX-License-Identifier: MIT
#include "tools/desk/git.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) throw Error(std::string("git: no pipe: ") + std::strerror(errno));
  }
  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;
  ~Pipe() {
    close(ends_[0]);
    close_writing();
  }
  int writing() const { return ends_[1]; }
  void close_writing() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }
  std::string read_all() const {
    std::string all;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = read(ends_[0], buffer.data(), buffer.size())) != 0;) {
      if (size < 0 && errno != EINTR) break;
      if (size > 0) all.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return all;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

// Splits at zero bytes, one of which ends each field.
std::vector<std::string> fields_of(std::string const& output) {
  std::vector<std::string> fields;
  for (std::size_t at = 0; at < output.size();) {
    auto const end = output.find('\0', at);
    fields.push_back(output.substr(at, end - at));
    at = end == output.npos ? output.size() : end + 1;
  }
  return fields;
}

// The regular files of git's raw diff format, ":OLDMODE NEWMODE OLDID NEWID STATUS" and a name. Not links or
// submodules, which lead elsewhere.
std::vector<std::string> regular_files(std::string const& raw) {
  constexpr std::string_view regular = "100";
  constexpr std::size_t new_mode_at = std::string_view(":100644 ").size();
  auto const fields = fields_of(raw);
  std::vector<std::string> names;
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2)
    if (fields[i].compare(new_mode_at, regular.size(), regular) == 0) names.push_back(fields[i + 1]);
  return names;
}

std::string without_line_end(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

std::string run_git(std::vector<std::string> const& arguments) {
  // Git must run no program that the repository's settings name, as this one may.
  std::vector<char*> argv{const_cast<char*>("git"), const_cast<char*>("-c"), const_cast<char*>("core.fsmonitor=false")};
  for (auto const& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  Pipe output;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, output.writing(), STDOUT_FILENO);
  pid_t child = 0;
  auto const failed = posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw Error(std::string("git cannot be run: ") + std::strerror(failed) + "; install git");
  output.close_writing();
  auto result = output.read_all();
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw Error("git " + arguments.front() + " failed; see its message above");
  }
  return result;
}

std::vector<std::string> staged_files() {
  return regular_files(run_git({"diff", "--cached", "--raw", "--no-renames", "--diff-filter=ACMT", "-z"}));
}

std::vector<std::string> changed_files(std::string const& revision) {
  return regular_files(
      run_git({"diff", "--raw", "--no-renames", "--diff-filter=ACMT", "-z", "--end-of-options", revision, "--"}));
}

void check_out_staged(std::vector<std::string> const& files, std::filesystem::path const& folder) {
  std::vector<std::string> arguments{"-C", work_tree_top().string(), "checkout-index",
                                     "--prefix=" + folder.string() + "/", "--"};
  arguments.insert(arguments.end(), files.begin(), files.end());
  run_git(arguments);
}

std::filesystem::path work_tree_top() { return without_line_end(run_git({"rev-parse", "--show-toplevel"})); }

}  // namespace quoth::tools
