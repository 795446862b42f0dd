// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/audit/article_rows.hpp"
#include "db/audit/audit_log.hpp"

namespace quoth::db {

// The result tables of an audit, described in docs/audit.md. The same rows in the same order give the same bytes.
// Methods throw Error where the file cannot be used.
class AuditDatabase {
 public:
  // Creates the file; replaces an existing one.
  static AuditDatabase create(std::filesystem::path const& file);
  // A finished one without rows, in memory alone.
  static AuditDatabase empty();
  AuditDatabase(AuditDatabase&&) noexcept;
  ~AuditDatabase();

  // Adds an article that was checked against that version of the store.
  void add(AuditArticle const& article, std::string_view store, ArticleRows const& rows);
  // Adds an article that could not be checked; article.error says why.
  void add_error(AuditArticle const& article);
  // Adds a row to the table `run`.
  void set(std::string_view name, std::string_view value);
  // Creates the indexes and views, and commits. Until then the file is empty for other programs.
  void finish();

  // The column names of a table or, once it is finished, of a view. `table` is put into SQL as it is.
  std::vector<std::string> columns(std::string const& table) const;

 private:
  struct State;
  explicit AuditDatabase(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace quoth::db
