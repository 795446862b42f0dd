// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>

#include "quoth/store.hpp"

namespace quoth::db {

class Connection;
class SourceWriter;

// The transactions in which sources are written: one for each, or one for many between `begin` and `finish`. A large
// bulk is committed in several. What goes wrong with the store gives the whole bulk up; a source that SQLite refuses
// for its content is left out of it. Counts what was committed. Methods throw SQLite::Exception, and Error as the
// writer does.
class BulkIngest {
 public:
  BulkIngest(Connection& connection, SourceWriter& writer) : connection_(connection), writer_(writer) {}

  bool is_open() const { return transaction_.has_value(); }
  void begin();
  void finish() { commit(false); }

  // Runs `action`, which adds or removes one source or changes a ruling.
  void run(std::function<void()> const& action) { is_open() ? run_in_bulk(action) : run_alone(action); }

  void count(Ingested outcome) { (is_open() ? pending_ : committed_).count(outcome); }
  IngestCounts committed() const { return committed_; }

 private:
  void run_alone(std::function<void()> const& action);
  void run_in_bulk(std::function<void()> const& action);
  void commit(bool goes_on);
  void give_up();
  bool is_of_one_source(SQLite::Exception const& failure) const;

  Connection& connection_;
  SourceWriter& writer_;
  std::optional<SQLite::Transaction> transaction_;
  IngestCounts committed_;
  IngestCounts pending_;  // in the open bulk
};

}  // namespace quoth::db
