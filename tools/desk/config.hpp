// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tools/reports/severity.hpp"

namespace quoth {

// What quoth.toml says. Everything is optional; the command line goes before it. A file can name no command, and
// no path outside its own folder.
struct Config {
  std::filesystem::path file;  // empty where there is none
  std::string store;           // as a path from the working directory
  std::string policy;
  std::string fail_on;
  std::vector<std::string> include;  // patterns of paths seen from the file's folder, as fnmatch(3) reads them
  std::vector<std::string> exclude;
  Severities severities;
  std::map<std::string, std::string> speakers;  // names as articles print them, and whom the store knows them as

  // The store that was given on the command line or by the environment, else the configured one. Throws Error where
  // neither is named.
  std::string store_file(std::string const& given) const;
  // Whether an article at that path is to be checked.
  bool covers(std::filesystem::path const& article) const;
};

// Whether the policy is one of ours, and so no file.
bool is_built_in_policy(std::string const& name);

// The quoth.toml in `start` or the nearest folder above it, as far as the top of the git work tree, or only in `start`
// where there is none; an empty Config where no such file is found. Throws Error, with file and line, for what cannot
// be understood, and for a file that belongs to another user than this one or root, or that is a link.
Config find_config(std::filesystem::path const& start);
Config read_config(std::filesystem::path const& file);

}  // namespace quoth
