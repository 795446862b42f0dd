// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
  std::map<std::string, std::uint32_t, std::less<>> lines;  // where the file has a key, from 1 on

  // What was named on the command line or in the environment, else the configured one. Each throws Error, with file and
  // line, where it is the configured one and that is not there.
  // Throws Error if no store is named either.
  std::string store_file(std::string const& given) const;
  // "ap" where none is named.
  std::string policy_named(std::string const& given) const;
  // The files of settings that are read where that policy is given: quoth.toml, if there is one, and the policy, if it
  // is no built-in one. What a command writes may take the place of neither. Throws as policy_named.
  std::vector<std::string> files_read(std::string const& given_policy) const;
  // Empty where none is named.
  std::string baseline_file(std::string const& given) const;
  // The least grave finding that fails: "altered" where none is named.
  std::string fail_on_named(std::string const& given) const;
  // The severities, with the least confidence named on the command line, else the configured one, else that by default.
  Severities severities_with(std::optional<double> least_confidence) const;
  // How the source at that path was made, if the file says so; of several patterns that fit the longest. The steps of
  // matching are added to `steps`.
  std::optional<Made> made_of(std::string const& source, std::uint64_t& steps) const;
  // Whether an article at that path is to be checked; sources are none.
  bool covers(std::filesystem::path const& article) const;
  // "quoth.toml:3", where the file has that key.
  std::string place_of(std::string_view key) const;

 private:
  // Whether the file has that key, and the path in it leads nowhere.
  bool names_nothing(std::string_view key, std::string const& path) const;
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
// The one that a command uses: none, the `named` one, or the one that find_config finds from `start` on.
Config config_for(std::string const& named, bool none, std::filesystem::path const& start);

}  // namespace quoth::tools
