// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "tools/audit/files/csv_file.hpp"
#include "tools/audit/samples/precision.hpp"

namespace quoth::tools {

// Draws `count` findings of a finished audit at random and writes them into its folder: sample.csv, to be filled in by
// people, and sample.html with the evidence. Returns their number, which is less where the audit has no more. Throws
// Error where sample.csv is there already with other bytes, since somebody may have filled it in.
std::size_t write_sample(std::filesystem::path const& folder, std::size_t count, std::uint64_t seed, CsvStyle style);

// Reads a sample that was filled in and writes what it tells into the folder of its audit: precision.json, and
// summary.html with it.
Precision write_precision(std::filesystem::path const& folder, std::filesystem::path const& judged);

}  // namespace quoth::tools
