// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quoth::tools {

// The output of git, called with these arguments in the working directory. Throws Error, with git's own first line,
// where git fails or is not installed.
std::string run_git(std::vector<std::string> const& arguments);

// A file as the index or a commit holds it.
struct StagedFile {
  std::string path;                  // relative to the top of the work tree
  std::string blob;                  // its object's name; empty for a file of the work tree
  std::string holder = "the index";  // for messages: "HEAD", or the revisions that were asked for
};

// A file that differs between two states of the repository, and may have another name in each.
struct RevisedFile {
  StagedFile old_version;
  StagedFile new_version;
};

// Regular files that the index adds or changes against HEAD.
std::vector<StagedFile> staged_files();
// Regular files of the work tree that differ from `revision`, relative to its top.
std::vector<std::string> changed_files(std::string const& revision);
// Regular files that are in both of two states, whatever they are called, and differ: in two revisions, "A..B" or
// "A...B"; in one, "A", and the work tree; or, where none is named, in HEAD and the index. `paths`: which, and which
// folders, from the working directory; all where none is given.
std::vector<RevisedFile> revised_files(std::string const& revisions, std::vector<std::string> const& paths);
// The changes themselves, of staged files where no revision is given: a patch without context, with names behind "b/".
std::string patch_of_changes(std::string const& revision);
// The files in a folder and below it that git tracks or would track, relative to the folder: not those that it ignores.
// Of a checkout inside the folder only its own folder is named. Throws Error where the folder is in no work tree.
std::vector<std::filesystem::path> files_not_ignored(std::filesystem::path const& folder);
// Whether git ignores the folder itself; it must be in a work tree.
bool is_ignored(std::filesystem::path const& folder);

// The top of the work tree around the working directory. Throws Error where the repository's own settings put it
// elsewhere: those of a stranger could name any folder.
std::filesystem::path work_tree_top();

}  // namespace quoth::tools
