// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/audit/audit_log.hpp"

namespace quoth {

// The tables an audit leaves, as docs/audit.md describes them. The same rows in the same order give the same bytes.
class AuditDatabase {
 public:
  // Makes the file, in place of one that is there. Throws Error where it cannot be made.
  static AuditDatabase create(std::filesystem::path const& file);
  // For reading.
  static AuditDatabase open(std::filesystem::path const& file);
  AuditDatabase(AuditDatabase&&) noexcept;
  ~AuditDatabase();

  // A checked article with its line of JSON, as docs/json.md describes it.
  void add(AuditArticle const& article, std::string_view store, std::string_view json);
  void add_error(AuditArticle const& article);
  void set(std::string_view name, std::string_view value);
  // Makes the indexes and views. Nothing is in the file before.
  void finish();

  // The names of a table's or view's columns, and each of its rows as text.
  std::vector<std::string> columns(std::string const& table) const;
  void each_row(std::string const& table, std::function<void(std::vector<std::string> const&)> const& take) const;

 private:
  struct State;
  explicit AuditDatabase(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace quoth
