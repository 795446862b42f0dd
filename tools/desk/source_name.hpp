// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace quoth::tools {

// Whether a file has an ending of a format of transcripts or documents, in letters of either case, below that of a
// compression (.gz, .zst) too. Folders of sources are searched by it.
bool is_named_as_source(std::filesystem::path const& file);
// The same of formats of articles, and of JSON lines.
bool is_named_as_article(std::filesystem::path const& file);

}  // namespace quoth::tools
