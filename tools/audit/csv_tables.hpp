// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/audit/audit_database.hpp"

namespace quoth::tools {

// Where the CSV files of an audit are written.
struct CsvPlaces {
  std::filesystem::path articles;
  std::filesystem::path findings;
  std::filesystem::path evidence;
  std::filesystem::path errors;
};

// A table as a CSV file, cell by cell.
class CsvFile {
 public:
  // Writes the names of the columns.
  CsvFile(std::filesystem::path const& file, std::vector<std::string> const& columns);

  template <typename... Cells>
  void row(Cells const&... cells) {
    (add(cells), ...);
    end_row();
  }
  // Throws Error if not all could be written.
  void close();

 private:
  void add(std::string_view text);
  void add(std::int64_t number);
  void add(std::optional<std::int64_t> number);
  void add(std::optional<double> number);
  void end_row();

  std::string name_;
  std::ofstream file_;
  std::string lines_;
};

// The CSV files of an audit: the tables `articles`, `evidence` and `errors` of audit.db and its view `findings`, from
// the same rows. Articles come in the order of the archive.
class CsvTables {
 public:
  explicit CsvTables(CsvPlaces const& places) : CsvTables(places, db::AuditDatabase::empty()) {}

  void add(db::AuditArticle const& article, std::string_view store, db::ArticleRows const& rows);
  void add_error(db::AuditArticle const& article);
  // Throws Error if not all could be written.
  void close();

 private:
  CsvTables(CsvPlaces const& places, db::AuditDatabase const& database);
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
