// SPDX-License-Identifier: MIT
#include "tools/commands/check_facts.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "quoth/store.hpp"
#include "quoth/version.hpp"
#include "tools/desk/source_date.hpp"
#include "tools/reports/counted.hpp"

namespace quoth::tools {

std::vector<ReportFact> check_facts(Policy const& policy, SourceStore const& store, StoreCoverage coverage) {
  auto const opened = Store::open(store.file);
  auto const sources = opened.stats().sources;
  std::vector<ReportFact> facts;
  if (auto const date = source_date()) facts.push_back({"checked", fmt::format("{:%Y-%m-%d}", fmt::gmtime(*date))});
  facts.push_back({"policy", policy.name()});
  facts.push_back(
      {"store", fmt::format("{}, {}, version {}", store.name, counted(sources, "source"), opened.version())});
  facts.push_back({"coverage", std::string(to_string(coverage))});
  facts.push_back({"quoth", QUOTH_VERSION});
  return facts;
}

}  // namespace quoth::tools
