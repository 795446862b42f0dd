// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include "db/audit/audit_database.hpp"
#include "db/audit/audit_log.hpp"
#include "tools/audit/work_queue.hpp"

namespace quoth {

// Names and values of a run.
using AuditFacts = std::vector<std::pair<std::string, std::string>>;

// An article with what was found in it, as `check --format jsonl` prints it; no line where it could not be checked.
struct TableRow {
  AuditArticle article;
  std::string store;
  std::string line;
};

// Writes audit.db from rows in order, on a thread of its own or on the caller's.
class TableWriter {
 public:
  TableWriter(std::filesystem::path const& file, bool on_thread);
  TableWriter(TableWriter const&) = delete;
  TableWriter& operator=(TableWriter const&) = delete;
  ~TableWriter();

  // Both throw what went wrong with this row or one before it.
  void add(TableRow row);
  void finish(AuditFacts const& facts);

 private:
  void write(TableRow const& row);
  void write_all();

  AuditDatabase database_;
  WorkQueue<TableRow> queue_;
  std::future<void> writing_;  // valid where there is a thread
};

}  // namespace quoth
