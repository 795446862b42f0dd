// SPDX-License-Identifier: MIT
#include "tools/desk/named_files.hpp"

#include <glob.h>

#include <filesystem>

#include "quoth/error.hpp"
#include "text/files/file_bytes.hpp"
#include "text/words/near_name.hpp"
#include "tools/desk/path_pattern.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

bool is_address(std::string const& path) {
  auto const start = text::plain_name(path.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

std::vector<std::string> matches_of(std::string const& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (glob(pattern.c_str(), 0, nullptr, &found) == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return paths;
}

class Names {
 public:
  Names(FileRole const& role, WalkOptions const& walk) : role_(role), walk_(walk) {}

  void add(std::string const& path) {
    std::error_code ignored;
    bool const is_file = path == text::standard_input || fs::is_regular_file(path, ignored);
    if (!is_file && fs::is_directory(path, ignored)) {
      add_folder(path);
    } else if (!is_file && is_address(path)) {
      fault(path, "is an address, and quoth fetches nothing; save the page to a file, or: curl -sL ADDRESS | " +
                      std::string(role_.pipe));
    } else if (!is_file && !fs::exists(path, ignored) && has_wildcard(path)) {
      add_matches(path);
    } else {
      named_.files.push_back(path);
    }
  }

  NamedFiles take() { return std::move(named_); }

 private:
  void fault(std::string const& path, std::string const& why) { named_.faults.push_back(path + ": " + why); }

  void append(std::vector<std::string> const& files) {
    named_.files.insert(named_.files.end(), files.begin(), files.end());
  }

  void add_folder(std::string const& path) {
    try {
      auto const files = files_in(path, walk_);
      if (files.empty())
        fault(path, "is a folder without a file of any format of " + std::string(role_.what) + "s that is not hidden" +
                        (walk_.with_ignored ? "; name the files" : " or ignored; name the files, or use --no-ignore"));
      append(files);
    } catch (Error const& error) {
      named_.faults.emplace_back(error.what());
    }
  }

  void add_matches(std::string const& pattern) {
    auto const before = named_.files.size();
    auto const faults_before = named_.faults.size();
    if (pattern.find("**") != pattern.npos) {
      add_matches_below(pattern);
    } else {
      std::error_code ignored;
      for (auto const& path : matches_of(pattern)) {
        if (fs::is_regular_file(path, ignored)) named_.files.push_back(path);
        if (fs::is_directory(path, ignored)) add_folder(path);
      }
    }
    if (named_.files.size() == before && named_.faults.size() == faults_before)
      fault(pattern, "no such file or folder, and no file matches it; check the path");
  }

  // "articles/**/ferry*.md": the walk is that of the folder before the first wildcard. "**/" stands for no folder too.
  void add_matches_below(std::string const& pattern) {
    auto const folder = folder_of_pattern(pattern);
    auto flat = pattern;
    for (auto at = flat.find("**/"); at != flat.npos; at = flat.find("**/", at)) flat.erase(at, 3);
    auto matching = walk_;
    matching.takes = [&](fs::path const& path) {
      auto const name = path.generic_string();
      return walk_.takes(path) && (matches_pattern(pattern, name) || matches_pattern(flat, name));
    };
    std::error_code ignored;
    auto const top = folder.empty() ? (pattern.starts_with('/') ? "/" : ".") : folder;
    if (!fs::is_directory(top, ignored)) return;
    try {
      append(files_in(top, matching));
    } catch (Error const& error) {
      named_.faults.emplace_back(error.what());
    }
  }

  FileRole const& role_;
  WalkOptions const& walk_;
  NamedFiles named_;
};

}  // namespace

NamedFiles named_files(std::vector<std::string> const& paths, FileRole const& role, WalkOptions const& walk) {
  Names names(role, walk);
  for (auto const& path : paths) names.add(path);
  return names.take();
}

}  // namespace quoth::tools
