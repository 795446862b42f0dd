// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace quoth::tools {

// The files named and, in place of each folder, the files in it and below it with an ending of a format of sources, in
// the order of their names. Skips hidden files and links to folders. What does not exist stays as it is, for the reader
// to complain. Throws Error for a folder that cannot be read or holds no such file.
std::vector<std::string> source_files(std::vector<std::string> const& paths);

}  // namespace quoth::tools
