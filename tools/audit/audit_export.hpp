// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "quoth/audit_log.hpp"

namespace quoth {

// Writes what an audit leaves into a folder: results.jsonl.zst, audit.db, the CSV files and summary.html, each whole or
// not at all. The same log gives the same bytes. `facts` are names and values of the run.
void export_audit(AuditLog const& log, std::filesystem::path const& folder,
                  std::vector<std::pair<std::string, std::string>> const& facts);

}  // namespace quoth
