// SPDX-License-Identifier: MIT
#include "tools/commands/source_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/error.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_bytes.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

std::set<std::string> endings_of_sources() {
  std::set<std::string> endings{".jsonl", ".ndjson"};
  auto const add = [&](std::string_view listed) {
    std::istringstream words{std::string(listed)};
    for (std::string ending; words >> ending;) endings.insert(ending);
  };
  for (auto const* format : transcripts::transcript_formats()) add(format->endings);
  for (auto const* format : transcripts::article_formats_alone()) add(format->endings);
  return endings;
}

// The ending in small letters; that below a compression's.
std::string ending_of(fs::path const& file) {
  auto ending = file.extension().string();
  if (ending == ".gz" || ending == ".zst") ending = file.stem().extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return ending;
}

void add_folder(fs::path const& folder, std::vector<std::string>& files) {
  static auto const endings = endings_of_sources();
  std::error_code error;
  std::vector<std::string> found;
  auto entry = fs::recursive_directory_iterator(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    auto const& path = entry->path();
    bool const hidden = path.filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden && entry->is_directory(ignored)) entry.disable_recursion_pending();
    if (!hidden && entry->is_regular_file(ignored) && endings.contains(ending_of(path))) found.push_back(path.string());
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
