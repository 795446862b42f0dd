// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "db/audit/audit_findings.hpp"
#include "db/audit/finding_sample.hpp"
#include "tools/audit/files/csv_file.hpp"

namespace quoth::tools {

// The table of a sample for people to fill in: a row for each finding, with the column `judged` empty.
class SampleTable {
 public:
  SampleTable(std::filesystem::path const& file, CsvStyle style);

  void add(db::DrawnFinding const& drawn, db::ShownFinding const& finding);
  // Throws Error if not all could be written.
  void close() { file_.close(); }

 private:
  CsvFile file_;
  std::int64_t number_ = 0;
};

}  // namespace quoth::tools
