// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "db/audit/audit_database.hpp"
#include "db/audit/audit_log.hpp"
#include "text/threads/consumer_thread.hpp"

namespace quoth::tools {

// An article with its results, as `check --format jsonl` prints them; an empty line if it could not be checked.
struct TableRow {
  db::AuditArticle article;
  std::string store;
  std::string line;
};

// Writes audit.db from rows that come in order, on a thread of its own or on the caller's.
class TableWriter {
 public:
  TableWriter(std::filesystem::path const& file, bool on_thread);

  // Both throw the error of this row or of one before it.
  void add(TableRow row);
  void finish(db::AuditFacts const& facts);

 private:
  void write(TableRow const& row);

  db::AuditDatabase database_;
  std::optional<text::ConsumerThread<TableRow>> thread_;
};

}  // namespace quoth::tools
