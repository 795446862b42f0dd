// SPDX-License-Identifier: MIT
#include "tools/commands/check_facts.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

#include "quoth/store.hpp"
#include "quoth/version.hpp"

namespace quoth::tools {

namespace {

// The day of SOURCE_DATE_EPOCH, seconds since 1970 as reproducible-builds.org specifies it, in UTC: "2031-05-13". Empty
// where it is not set, or no time of four-digit years.
std::string day_of_source() {
  auto const* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return {};
  constexpr std::int64_t end_of_year_9999 = 253402300799;
  std::string_view const text(given);
  std::int64_t seconds = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > end_of_year_9999) return {};
  return fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

}  // namespace

std::vector<ReportFact> check_facts(Policy const& policy, std::string const& store, StoreCoverage coverage) {
  auto const opened = Store::open(store);
  auto const sources = opened.stats().sources;
  std::vector<ReportFact> facts;
  if (auto day = day_of_source(); !day.empty()) facts.push_back({"checked", std::move(day)});
  facts.push_back({"policy", policy.name()});
  facts.push_back({"store", fmt::format("{}, {} source{}, version {}", std::filesystem::path(store).filename().string(),
                                        sources, sources == 1 ? "" : "s", opened.version())});
  facts.push_back({"coverage", std::string(to_string(coverage))});
  facts.push_back({"quoth", QUOTH_VERSION});
  return facts;
}

}  // namespace quoth::tools
