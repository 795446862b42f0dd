// SPDX-License-Identifier: MIT
#include "tools/desk/git/work_tree.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace fs = std::filesystem;

bool lies_in(fs::path const& folder, fs::path const& file) {
  auto const relative = file.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

std::optional<fs::path> work_tree_of(fs::path const& folder) {
  std::error_code ignored;
  for (auto at = folder;; at = at.parent_path()) {
    if (fs::exists(at / ".git", ignored)) return at;
    if (at == at.parent_path()) return std::nullopt;
  }
}

void refuse_link_out_of_tree(fs::path const& file) {
  auto const named = fs::absolute(file).lexically_normal();
  auto const top = work_tree_of(named.parent_path());
  if (!top) return;
  std::error_code error;
  auto const real_top = fs::canonical(*top, error);
  auto const real = fs::weakly_canonical(named, error);
  if (!error && !lies_in(real_top, real))
    throw Error(file.string() + ": is a link that leads out of the work tree; name the file it leads to");
}

bool belongs_to_user_or_root(fs::path const& file) {
  struct stat status {};
  return stat(file.c_str(), &status) == 0 && (status.st_uid == geteuid() || status.st_uid == 0);
}

}  // namespace quoth::tools
