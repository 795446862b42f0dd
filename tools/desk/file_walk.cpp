// SPDX-License-Identifier: MIT
#include "tools/desk/file_walk.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "quoth/error.hpp"
#include "tools/desk/git/git.hpp"
#include "tools/desk/git/work_tree.hpp"
#include "tools/reports/terminal.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

bool is_hidden(fs::path const& name) { return name.native().starts_with('.'); }

// Whether a path that git lists, relative to a folder, lies in that folder and has no hidden part.
bool may_be_taken(fs::path const& listed) {
  return listed.is_relative() && std::ranges::none_of(listed, is_hidden);  // ".." is hidden too
}

// The folders of a path are real ones: git lists what the index has, and links may stand in their place today.
class RealFolders {
 public:
  explicit RealFolders(fs::path top) : top_(std::move(top)) {}

  bool hold(fs::path const& relative) {
    auto const parent = relative.parent_path();
    if (parent.empty()) return true;
    auto const [known, is_new] = known_.try_emplace(parent.native(), false);
    if (is_new) {
      std::error_code ignored;
      known->second = hold(parent) && fs::is_directory(fs::symlink_status(top_ / parent, ignored));
    }
    return known_.at(parent.native());
  }

 private:
  fs::path top_;
  std::map<std::string, bool> known_;
};

// One walk, which counts what it meets.
class Walk {
 public:
  Walk(fs::path top, WalkOptions const& options)
      : top_(std::move(top)), is_here_(top_.lexically_normal() == "."), options_(options) {}

  std::vector<std::string> files() {
    folder(top_, 0);
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  void folder(fs::path const& folder, std::size_t depth) {
    check_depth(depth);
    std::error_code ignored;
    auto const absolute = fs::absolute(folder, ignored).lexically_normal();
    bool const is_checkout = fs::exists(absolute / ".git", ignored) || (depth == 0 && work_tree_of(absolute));
    auto const listed = is_checkout && !options_.with_ignored ? listed_by_git(folder) : std::nullopt;
    if (!listed) return entries(folder, depth);
    RealFolders real(folder);
    for (auto const& path : *listed) {
      if (may_be_taken(path) && real.hold(path))
        entry(folder / path, depth + static_cast<std::size_t>(std::distance(path.begin(), path.end())), false);
    }
  }

  // Nothing where git does not tell, or ignores the folder as a whole.
  std::optional<std::vector<fs::path>> listed_by_git(fs::path const& folder) const {
    try {
      auto files = files_not_ignored(folder);
      if (files.empty() && is_ignored(folder)) return std::nullopt;
      return files;
    } catch (Error const&) {
      complain(folder.string() + ": git does not tell which files it ignores; only hidden ones are left out");
      return std::nullopt;
    }
  }

  void entries(fs::path const& folder, std::size_t depth) {
    std::error_code error;
    auto at = fs::directory_iterator(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
      if (!is_hidden(at->path().filename())) entry(at->path(), depth + 1, true);
    }
    if (error) throw Error(folder.string() + ": the folder cannot be read: " + error.message());
  }

  // A folder that git lists is a checkout of its own.
  void entry(fs::path const& path, std::size_t depth, bool any_folder) {
    std::error_code error;
    auto const status = fs::symlink_status(path, error);
    if (fs::is_directory(status)) {
      auto const name = path.has_filename() ? path : path.parent_path();  // without the slash at its end
      if (any_folder || fs::exists(name / ".git", error)) folder(name, depth);
      return;
    }
    if (++count_ > WalkLimits::files)
      throw Error(top_.string() + ": holds over " + std::to_string(WalkLimits::files) + " files; name folders in it");
    auto const name = is_here_ ? path.lexically_normal() : path;  // "a.md", not "./a.md"
    if (!fs::is_regular_file(status) || !options_.takes(name)) return;
    check_depth(depth - 1);
    found_.push_back(name.string());
  }

  void check_depth(std::size_t folders) const {
    if (folders > WalkLimits::depth)
      throw Error(top_.string() + ": holds folders nested over " + std::to_string(WalkLimits::depth) +
                  " deep; name folders in it");
  }

  fs::path top_;
  bool is_here_;
  WalkOptions const& options_;
  std::size_t count_ = 0;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> files_in(fs::path const& folder, WalkOptions const& options) {
  return Walk(folder, options).files();
}

}  // namespace quoth::tools
