// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "db/audit/audit_log.hpp"
#include "tools/audit/files/csv_file.hpp"

namespace quoth::tools {

// The confidence below which a verdict is unsure, as the facts of a run have it.
double least_confidence_in(db::AuditFacts const& facts);

// Writes the results of an audit into a folder: results.jsonl.zst, audit.db, the CSV files in that style,
// summary.html, variants and pages, each complete or not at all. The same log and facts give the same bytes, whatever
// `jobs`, the number of threads.
void export_audit(db::AuditLog const& log, std::filesystem::path const& folder, db::AuditFacts const& facts,
                  unsigned jobs, CsvStyle style);

}  // namespace quoth::tools
