// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "db/audit/audit_log.hpp"

namespace quoth::tools {

// Fills `log` with the parts of an audit, the folders in any order, and returns the facts of the whole. Throws Error
// where they are not all parts of one audit, each once and finished: of the same archive, with the same store, settings
// and program.
db::AuditFacts merge_audit(std::vector<std::filesystem::path> const& folders, db::AuditLog& log);

}  // namespace quoth::tools
