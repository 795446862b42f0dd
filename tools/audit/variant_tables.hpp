// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "db/audit/audit_findings.hpp"
#include "db/audit/passage_variants.hpp"
#include "tools/audit/files/csv_file.hpp"

namespace quoth::tools {

// The variants of an audit as tables: a row of CSV for each printing, a line of JSON for each passage.
class VariantTables {
 public:
  VariantTables(std::filesystem::path const& csv, std::filesystem::path const& lines, CsvStyle style);

  // `number` is the passage's, from 1.
  void add(std::int64_t number, db::PassageVariants const& variants, db::AuditFindings& findings);
  // Throws Error if not all could be written.
  void close();

 private:
  std::filesystem::path name_;
  CsvFile csv_;
  std::ofstream lines_;
};

}  // namespace quoth::tools
