// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "db/audit/audit_database.hpp"
#include "tools/audit/files/csv_file.hpp"

namespace quoth::tools {

// Where the CSV files of an audit are written.
struct CsvPlaces {
  std::filesystem::path articles;
  std::filesystem::path findings;
  std::filesystem::path evidence;
  std::filesystem::path errors;
};

// The CSV files of an audit: the tables `articles`, `evidence` and `errors` of audit.db and its view `findings`, from
// the same rows. Articles come in the order of the archive.
class CsvTables {
 public:
  CsvTables(CsvPlaces const& places, CsvStyle style) : CsvTables(places, db::AuditDatabase::empty(), style) {}

  void add(db::AuditArticle const& article, std::string_view store, db::ArticleRows const& rows);
  void add_error(db::AuditArticle const& article);
  // Throws Error if not all could be written.
  void close();

 private:
  CsvTables(CsvPlaces const& places, db::AuditDatabase const& database, CsvStyle style);
  void add_finding(db::AuditArticle const& article, std::string_view store, db::QuotationRow const& row);

  CsvFile articles_;
  CsvFile findings_;
  CsvFile evidence_;
  CsvFile errors_;
  // The numbers of the last rows.
  std::int64_t article_ = 0;
  std::int64_t quotation_ = 0;
  std::int64_t passage_ = 0;
};

}  // namespace quoth::tools
