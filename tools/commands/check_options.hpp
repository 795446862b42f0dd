// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quoth/store_coverage.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/reports/finding_order.hpp"
#include "tools/reports/selection.hpp"

namespace quoth::tools {

// What `quoth check` is asked to do.
struct CheckOptions {
  std::string store;
  std::vector<std::string> files;
  ArticleOptions article;
  std::string policy;
  std::string date;
  std::string output;
  std::optional<StoreCoverage> coverage;
  std::string fail_on;
  std::optional<double> min_confidence;
  Selection selection;
  std::optional<Shown> shown;
  std::optional<FindingOrder> order;
  std::string baseline;
  std::string write_baseline;
  std::string config;
  std::string changed_since;
  bool changed_lines = false;
  bool no_config = false;
  bool with_ignored = false;
  bool staged = false;
  bool exit_zero = false;
  bool explain = false;
  bool quiet = false;
};

// Adds the options and arguments that fill them.
void add_check_options(Command& command, CheckOptions& options);

// Does it. Throws Error where it cannot begin.
void run_check(CheckOptions const& options, int& status);

}  // namespace quoth::tools
