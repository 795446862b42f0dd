// SPDX-License-Identifier: MIT
#include "tools/desk/git/git.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include "quoth/error.hpp"
#include "tools/desk/git/git_process.hpp"
#include "tools/desk/git/work_tree.hpp"

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

// Submodules are not looked into: git would run the filters that a submodule's own settings name.
constexpr char const* no_submodules = "--ignore-submodules=all";

// No list of ignored files, where none is needed: the repository's own settings may name any file.
constexpr char const* no_excludes = "core.excludesFile=";

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

// An entry of git's raw diff format: ":OLDMODE NEWMODE OLDID NEWID STATUS", and behind it its names: of a file that was
// renamed or copied the old one first.
struct RawEntry {
  std::string old_mode;
  std::string new_mode;
  std::string old_blob;
  std::string blob;
  std::string status;

  explicit RawEntry(std::string const& field) {
    std::istringstream words(field.substr(std::min<std::size_t>(field.size(), 1)));
    words >> old_mode >> new_mode >> old_blob >> blob >> status;
  }

  bool has_two_names() const { return status.starts_with('R') || status.starts_with('C'); }
};

// Whether it is no link or submodule, which lead elsewhere.
bool is_regular(std::string const& mode) { return mode.starts_with("100"); }

// Only zeros: the work tree's file, which may be no object yet.
std::string known_blob(std::string const& blob) {
  return blob.find_first_not_of('0') == blob.npos ? std::string() : blob;
}

// The regular files of a raw diff without renames.
std::vector<StagedFile> regular_files(std::string const& raw) {
  auto const fields = fields_of(raw);
  std::vector<StagedFile> files;
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    RawEntry entry(fields[i]);
    if (is_regular(entry.new_mode)) files.push_back({fields[i + 1], std::move(entry.blob)});
  }
  return files;
}

// What names another file to be read, for the order of files and for attributes: neither matters here.
constexpr char const* no_order = "-O/dev/null";
constexpr char const* no_attributes = "core.attributesFile=/dev/null";

// Settings that take back the filters which the repository's own settings name: programs that git would run on files of
// the work tree; and a file of attributes that they name, which could lie anywhere. Those of the user's settings stay.
std::vector<std::string> without_own_filters() {
  std::vector<std::string> settings;
  auto const fields = fields_of(run_git({"config", "-z", "--list", "--show-scope", "--name-only"}));
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    auto const& name = fields[i + 1];
    bool const own = fields[i] == "local" || fields[i] == "worktree";
    if (own && name == "core.attributesfile") settings.insert(settings.end(), {"-c", no_attributes});
    if (!own || !name.starts_with("filter.")) continue;
    if (name.find('=') != name.npos)
      throw Error("the repository's settings have a filter with = in its name; rename it");
    settings.insert(settings.end(), {"-c", name + (name.ends_with(".required") ? "=false" : "=")});
  }
  return settings;
}

// Settings for git in a folder: the work tree is the one that the folder lies in, unless the environment names another,
// and a list of ignored files that the repository's own settings name is taken back. Both could be any place.
std::vector<std::string> own_folder_alone(std::filesystem::path const& folder) {
  std::vector<std::string> settings{"-C", folder.string()};
  std::error_code ignored;
  auto const top = work_tree_of(std::filesystem::absolute(folder, ignored).lexically_normal());
  bool const told = std::getenv("GIT_DIR") != nullptr || std::getenv("GIT_WORK_TREE") != nullptr;
  if (top && !told) settings.push_back("--work-tree=" + top->string());
  auto listing = settings;
  listing.insert(listing.end(), {"config", "-z", "--list", "--show-scope", "--name-only"});
  auto const fields = fields_of(run_git(listing));
  for (std::size_t i = 0; i + 1 < fields.size(); i += 2) {
    bool const own = fields[i] == "local" || fields[i] == "worktree";
    if (own && fields[i + 1] == "core.excludesfile") {
      settings.insert(settings.end(), {"-c", no_excludes});
      break;
    }
  }
  return settings;
}

std::string without_line_end(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

std::string run_git(std::vector<std::string> const& arguments) {
  Pipe output;
  auto const child = start_git(arguments, -1, output.writing());
  output.close_writing();
  auto result = output.read_all();
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    auto const command = std::ranges::find_if(
        arguments, [](auto const& word) { return !word.starts_with('-') && word.find('=') == word.npos; });
    throw Error("git " + (command == arguments.end() ? "" : *command) + " failed; see its message above");
  }
  return result;
}

std::vector<StagedFile> staged_files() {
  return regular_files(run_git({"-c", no_excludes, "-c", no_attributes, "diff", "--cached", no_order, "--raw",
                                "--no-abbrev", "--no-renames", no_submodules, "--diff-filter=ACMT", "-z"}));
}

std::vector<std::string> changed_files(std::string const& revision) {
  auto arguments = without_own_filters();
  arguments.insert(arguments.end(), {"-c", no_excludes, "diff", no_order, "--raw", "--no-renames", no_submodules,
                                     "--diff-filter=ACMT", "-z", "--end-of-options", revision, "--"});
  std::vector<std::string> paths;
  for (auto& file : regular_files(run_git(arguments))) paths.push_back(std::move(file.path));
  return paths;
}

std::vector<RevisedFile> revised_files(std::string const& revisions, std::vector<std::string> const& paths) {
  bool const staged = revisions.empty();
  bool const of_work_tree = !staged && revisions.find("..") == revisions.npos;
  auto arguments = of_work_tree ? without_own_filters() : std::vector<std::string>{"-c", no_attributes};
  arguments.insert(arguments.begin(), "--literal-pathspecs");
  arguments.insert(arguments.end(),
                   {"-c", no_excludes, "diff", no_order, "--raw", "--no-abbrev", "--find-renames", "--no-ext-diff",
                    "--no-textconv", "--no-relative", no_submodules, "--diff-filter=MRT", "-z"});
  if (staged) {
    arguments.emplace_back("--cached");
  } else {
    arguments.insert(arguments.end(), {"--end-of-options", revisions});
  }
  arguments.emplace_back("--");
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  auto const fields = fields_of(run_git(arguments));
  std::vector<RevisedFile> files;
  for (std::size_t i = 0; i + 1 < fields.size();) {
    RawEntry entry(fields[i]);
    auto const last = i + (entry.has_two_names() ? 2 : 1);
    if (last >= fields.size()) break;
    if (is_regular(entry.old_mode) && is_regular(entry.new_mode))
      files.push_back({{fields[i + 1], entry.old_blob, staged ? "HEAD" : revisions},
                       {fields[last], known_blob(entry.blob), staged ? "the index" : revisions}});
    i = last + 1;
  }
  return files;
}

std::string patch_of_changes(std::string const& revision) {
  bool const staged = revision.empty();
  auto arguments = staged ? std::vector<std::string>{"-c", no_attributes} : without_own_filters();
  arguments.insert(arguments.end(),
                   {"-c", no_excludes, "-c", "core.quotePath=false", "diff", no_order, "--patch", "-U0",
                    "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
                    "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short", no_submodules, "--diff-filter=ACMT"});
  if (staged) {
    arguments.emplace_back("--cached");
  } else {
    arguments.insert(arguments.end(), {"--end-of-options", revision, "--"});
  }
  return run_git(arguments);
}

std::vector<std::filesystem::path> files_not_ignored(std::filesystem::path const& folder) {
  auto arguments = own_folder_alone(folder);
  arguments.insert(arguments.end(), {"ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "-z"});
  auto const fields = fields_of(run_git(arguments));
  return {fields.begin(), fields.end()};
}

bool is_ignored(std::filesystem::path const& folder) {
  try {
    auto arguments = own_folder_alone(folder);
    arguments.insert(arguments.end(), {"check-ignore", "--quiet", "."});
    run_git(arguments);
    return true;
  } catch (Error const&) {  // it ends with 1 where nothing is ignored
    return false;
  }
}

std::filesystem::path work_tree_top() {
  namespace fs = std::filesystem;
  bool const told = std::getenv("GIT_DIR") != nullptr || std::getenv("GIT_WORK_TREE") != nullptr;
  std::error_code ignored;
  auto const here = work_tree_of(fs::current_path(ignored));
  if (!told && !here) throw Error("git: this folder lies in no repository; go to the folder of one");
  fs::path top = without_line_end(run_git({"rev-parse", "--show-toplevel"}));
  if (!told && !fs::equivalent(*here, top, ignored))
    throw Error(top.string() + ": is where the repository's settings put its work tree (core.worktree); name it with " +
                "GIT_WORK_TREE where you trust them");
  return top;
}

}  // namespace quoth::tools
