// SPDX-License-Identifier: MIT
#include "tools/commands/source_files.hpp"

#include <algorithm>
#include <filesystem>

#include "quoth/error.hpp"
#include "text/files/file_bytes.hpp"
#include "tools/desk/source_name.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

void add_folder(fs::path const& folder, std::vector<std::string>& files) {
  std::error_code error;
  std::vector<std::string> found;
  auto entry = fs::recursive_directory_iterator(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    auto const& path = entry->path();
    bool const hidden = path.filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden && entry->is_directory(ignored)) entry.disable_recursion_pending();
    if (!hidden && entry->is_regular_file(ignored) && is_named_as_source(path)) found.push_back(path.string());
  }
  if (error) throw Error(folder.string() + ": the folder cannot be read: " + error.message());
  if (found.empty())
    throw Error(folder.string() + ": is a folder without a file of any format of sources; name the files");
  std::ranges::sort(found);
  files.insert(files.end(), found.begin(), found.end());
}

}  // namespace

std::vector<std::string> source_files(std::vector<std::string> const& paths) {
  std::vector<std::string> files;
  for (auto const& path : paths) {
    std::error_code ignored;
    if (path != text::standard_input && fs::is_directory(path, ignored))
      add_folder(path, files);
    else
      files.push_back(path);
  }
  return files;
}

}  // namespace quoth::tools
