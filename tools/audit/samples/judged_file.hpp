// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "db/audit/finding_sample.hpp"
#include "tools/audit/samples/precision.hpp"

namespace quoth::tools {

// Reads a sample whose column `judged` people have filled in with right, wrong or unsure. Only this column and
// `finding` are read; others may be missing. Throws Error, which names file and line, where a row cannot be understood,
// is there twice, or is no finding of the audit.
Precision read_judged(std::filesystem::path const& file, db::FindingSampler& audit);

}  // namespace quoth::tools
