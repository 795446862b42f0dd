// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "tools/audit/audit_run.hpp"
#include "tools/desk/progress_line.hpp"

namespace quoth::tools {

// Draws the progress of an audit of an archive of so many bytes.
void draw(AuditProgress const& progress, std::uint64_t bytes, ProgressLine& line);

}  // namespace quoth::tools
