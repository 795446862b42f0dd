// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "db/audit/audit_log.hpp"
#include "tools/audit/table_writer.hpp"

namespace quoth::tools {

// Writes the results of an audit into a folder: results.jsonl.zst, audit.db, the CSV files and summary.html, each
// complete or not at all. The same log gives the same bytes, whatever `jobs`, the number of threads.
void export_audit(db::AuditLog const& log, std::filesystem::path const& folder, AuditFacts const& facts, unsigned jobs);

}  // namespace quoth::tools
