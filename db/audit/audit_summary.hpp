// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quoth {

// How often each verdict was given, in the order of Verdict.
using VerdictCounts = std::array<std::uint64_t, 9>;

struct NamedCounts {
  std::string name;
  VerdictCounts counts{};
};

// Words that several articles print.
struct RepeatedWords {
  std::string text;
  std::uint64_t articles = 0;
  std::vector<std::string> speakers;  // to whom they are given
  VerdictCounts counts{};
};

// A quotation whose words were changed, beside what was said.
struct AlteredWords {
  std::string article;
  std::string printed;
  std::string spoken;
  std::string speaker;
  std::string verdict;
  double fidelity = 0;
};

// What an audit's tables come to. Lists are cut at their first rows, the longest or gravest first.
struct AuditSummary {
  std::uint64_t articles = 0;
  std::uint64_t errors = 0;
  std::uint64_t seen = 0;  // quotations an editor should look at
  std::string store;       // the version audited against
  std::string first_date;  // of the dated articles; may be empty
  std::string last_date;
  VerdictCounts counts{};
  bool by_year = false;  // whether `over_time` is by year rather than month
  std::vector<NamedCounts> over_time;
  std::vector<NamedCounts> by_outlet;
  std::vector<NamedCounts> by_author;
  std::vector<NamedCounts> by_speaker;
  std::array<std::uint64_t, 20> fidelity{};  // quotations with evidence, in steps of 0.05
  std::vector<RepeatedWords> repeated;
  std::vector<AlteredWords> altered;
  std::vector<RepeatedWords> disputed;  // the same words given to different people
};

// Reads the tables of an AuditDatabase that is finished.
AuditSummary summarise_audit(std::filesystem::path const& file);

}  // namespace quoth
