// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "quoth/source.hpp"
#include "quoth/store_coverage.hpp"
#include "tools/reports/severity.hpp"

namespace quoth::tools {

// The settings of quoth.toml. All are optional, and the command line overrides them. The file can name no command, and
// no path outside its own folder.
struct Config {
  std::filesystem::path file;  // empty if there is none
  std::string store;           // as a path from the working directory
  // Instead of a store: patterns (path_pattern.hpp) of files below the file's folder; one with ! before it takes out.
  std::vector<std::string> sources;
  std::string policy;
  std::optional<StoreCoverage> coverage;
  std::string baseline;  // as a path from the working directory
  std::string fail_on;
  std::optional<double> min_confidence{};
  std::vector<std::string> include;  // patterns (path_pattern.hpp) of paths relative to the file's folder
  std::vector<std::string> exclude;
  Severities severities;
  // What articles and the labels of sources call somebody, to the name in the store.
  std::map<std::string, std::string> speakers;
  // The same for the labels of sources that a pattern fits.
  std::map<std::string, std::map<std::string, std::string>> speakers_of_sources;
  // How the sources that a pattern fits were made.
  std::map<std::string, Made> made;

  // The store named on the command line or in the environment, else the configured one. Throws Error if none is named.
  std::string store_file(std::string const& given) const;
  // The severities, with the least confidence named on the command line, else the configured one, else that by default.
  Severities severities_with(std::optional<double> least_confidence) const;
  // How the source at that path was made, if the file says so; of several patterns that fit the longest. The steps of
  // matching are added to `steps`.
  std::optional<Made> made_of(std::string const& source, std::uint64_t& steps) const;
  // Whether an article at that path is to be checked; sources are none.
  bool covers(std::filesystem::path const& article) const;
};

// Whether the policy is built in, and so no file.
bool is_built_in_policy(std::string const& name);

// Makes the path, unless it is empty, or the policy, unless it is built in, one that holds in any working directory.
void make_path_absolute(std::string& path);
void make_policy_absolute(std::string& policy);

// Reads the quoth.toml in `start` or the nearest folder above it, up to the top of the git work tree; outside work
// trees, only in `start`. An empty Config if there is none. Throws Error, with file and line, if it cannot be
// understood, and for a file that is a link or belongs to anybody but this user or root.
Config find_config(std::filesystem::path const& start);
Config read_config(std::filesystem::path const& file);

}  // namespace quoth::tools
