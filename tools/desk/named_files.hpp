// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/desk/file_walk.hpp"

namespace quoth::tools {

// What a command looks for among the paths that it is given.
struct FileRole {
  std::string_view what;  // "article"
  std::string_view pipe;  // a command that reads one from standard input: "quoth extract -"
};
constexpr FileRole article_to_check{"article", "quoth check --store FILE -"};
constexpr FileRole article_to_extract{"article", "quoth extract -"};
constexpr FileRole source_to_ingest{"source", "quoth ingest --store FILE --url ADDRESS -"};

struct NamedFiles {
  std::vector<std::string> files;
  std::vector<std::string> faults;  // one line for each path that names none
};

// The files that a user's paths name, in their order: files and "-" as they are, in place of a folder the files in it
// that the walk takes, in place of a pattern (as glob(7), and ** for folders of any depth) that no shell expanded what
// matches it. What does not exist stays as it is, for the reader to complain. An address (http://…) is a fault that
// says what to do.
NamedFiles named_files(std::vector<std::string> const& paths, FileRole const& role, WalkOptions const& walk);

}  // namespace quoth::tools
