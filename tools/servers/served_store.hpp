// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "quoth/checker.hpp"
#include "quoth/store.hpp"

namespace quoth::tools {

struct Config;

// How a server checks.
struct ServedOptions {
  std::function<std::string()> file;  // where the store is at this moment; may throw Error
  std::string policy = "ap";          // a built-in one or a file
  std::map<std::string, std::string> speakers{};
  StoreCoverage coverage = StoreCoverage::complete;
};

// As `quoth check` has them with that quoth.toml and these options, each empty where it is not given; without the place
// of the store. Throws Error where there is no such policy.
ServedOptions served_options(Config const& config, std::string const& policy, std::optional<StoreCoverage> coverage);

// The store of a server that lives long, read-only: opened when it is first needed, and again when another file has
// been put in its place. What another program ingests into it is seen without that.
class ServedStore {
 public:
  explicit ServedStore(ServedOptions options) : options_(std::move(options)) {}

  // All throw Error, one line for the user, where the store is missing or broken; a later call tries again.
  Store const& store();
  // With that policy, else the one of the options.
  Checker& checker(std::string const& policy);
  // After a failure of the store: it is opened anew the next time.
  void close();

 private:
  void refresh();

  // What tells one file from another that has its name.
  struct FileIdentity {
    std::string path;
    dev_t device = 0;
    ino_t number = 0;
    friend bool operator==(FileIdentity const&, FileIdentity const&) = default;
  };
  static FileIdentity identity_of(std::string const& path);

  ServedOptions options_;
  FileIdentity file_;
  std::optional<Store> store_;
  std::map<std::string, Checker> checkers_;  // by policy
};

}  // namespace quoth::tools
