// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "severity.hpp"

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

  // Whether an article at that path is to be checked.
  bool covers(std::filesystem::path const& article) const;
};

// The quoth.toml in `start` or the nearest folder above it; an empty Config where there is none. Throws Error, with
// file and line, for what cannot be understood.
Config find_config(std::filesystem::path const& start);
Config read_config(std::filesystem::path const& file);

}  // namespace quoth
