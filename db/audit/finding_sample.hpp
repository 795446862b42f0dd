// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/audit/audit_file.hpp"

namespace quoth::db {

// Findings that are judged together: those of a verdict, or those that are unsure, whatever their verdict. Findings
// that an editor set aside are in none.
struct SampleStratum {
  std::string name;            // of the verdict, or "unsure"
  std::uint64_t findings = 0;  // of the audit
  std::uint64_t drawn = 0;     // of these
};

// A finding that was drawn.
struct DrawnFinding {
  std::int64_t quotation = 0;  // its number in audit.db
  std::string key;             // names it in a table that comes back filled in: "q17-3fa9c2b1"
};

struct FindingSample {
  std::vector<SampleStratum> strata;   // in the order of verdicts; empty ones are left out
  std::vector<DrawnFinding> findings;  // in random order
  double least_confidence = 0;         // less sure findings are unsure
};

// Draws findings of a finished AuditDatabase at random. Methods throw Error where the file is none or cannot be read.
class FindingSampler {
 public:
  explicit FindingSampler(std::filesystem::path const& file);

  // A stratified random sample without replacement of `count` findings, or of all there are: strata have equal shares,
  // and what a small one cannot fill goes to the others. The same file, count and seed give the same sample.
  FindingSample draw(std::size_t count, std::uint64_t seed);
  // The name of the stratum of the finding with that key; nothing where the audit has no such finding, or no longer
  // with that verdict.
  std::optional<std::string> stratum_of(std::string_view key);
  // All strata, with none drawn.
  std::vector<SampleStratum> strata();

 private:
  AuditFile file_;
};

}  // namespace quoth::db
