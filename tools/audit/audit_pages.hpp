// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "tools/audit/files/csv_file.hpp"
#include "tools/audit/files/partial_folder.hpp"
#include "tools/audit/samples/precision.hpp"

namespace quoth::tools {

// Where the files beside an audit's pages are written.
struct PagePlaces {
  std::filesystem::path summary;
  std::filesystem::path variants;       // CSV
  std::filesystem::path variant_lines;  // JSON lines
};

// Writes what is drawn from a finished audit.db: the summary, the pages of findings and variants, and the tables of
// variants. Throws Error if not all could be written.
void write_pages(std::filesystem::path const& database, PagePlaces const& places, CsvStyle style,
                 PartialFolder const& pages);

// The summary of a finished audit.db whose pages are there, with what people judged of a sample.
std::string summary_with(Precision const& precision, std::filesystem::path const& database);

}  // namespace quoth::tools
