// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/revision.hpp"
#include "tools/commands/article_options.hpp"
#include "tools/commands/command.hpp"
#include "tools/commands/outcome_options.hpp"
#include "tools/reports/severity.hpp"

namespace quoth::tools {

// What `quoth diff` is asked to do.
struct DiffOptions : OutcomeOptions {
  std::vector<std::string> files;
  ArticleOptions article;
  std::string policy;
  std::string config;
  std::string revision;
  bool no_config = false;
  bool staged = false;
};

// Adds the options and arguments that fill them.
void add_diff_options(Command& command, DiffOptions& options);

// When the exit status is 1: at what a FailureThreshold names, and where quotations were dropped or are new if
// "dropped" or "new" is among the names.
class DiffThreshold {
 public:
  // `names` with commas between. Throws Error as FailureThreshold does, and where two verdicts are named.
  DiffThreshold(std::string_view names, Severities const& severities);

  bool fails(Revision const& revision) const;
  Severities const& severities() const { return threshold_.severities(); }

 private:
  bool on_dropped_ = false;
  bool on_new_ = false;
  FailureThreshold threshold_;
};

}  // namespace quoth::tools
