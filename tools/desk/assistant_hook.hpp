// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::tools {

// The files that an assistant's hook says were written, from the JSON that it gives on standard input: what
// `file_path`, `filePath` and `path` name, and the lists `file_paths`, `paths` and `files`, at its top, in its
// `tool_input` and in the `edits` of that. Relative paths are taken from its `cwd`. Each once, in their order. Throws
// Error where it is no JSON object.
std::vector<std::string> files_in_hook(std::string_view json);

}  // namespace quoth::tools
