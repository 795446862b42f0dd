// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quoth/store_coverage.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/commands/outcome_options.hpp"

namespace quoth::tools {

// What `quoth check` is asked to do.
struct CheckOptions : OutcomeOptions {
  std::string store;
  std::vector<std::string> files;
  ArticleOptions article;
  std::string policy;
  std::string date;
  std::optional<StoreCoverage> coverage;
  std::string baseline;
  std::string write_baseline;
  std::string config;
  std::string changed_since;
  bool changed_lines = false;
  bool no_config = false;
  bool with_ignored = false;
  bool staged = false;
};

// Adds the options and arguments that fill them.
void add_check_options(Command& command, CheckOptions& options);

// Does it. Throws Error where it cannot begin.
void run_check(CheckOptions const& options, int& status);

}  // namespace quoth::tools
