// SPDX-License-Identifier: MIT
#include "db/bulk_ingest.hpp"

#include <SQLiteCpp/Savepoint.h>
#include <sqlite3.h>

#include <cstdint>

#include "db/sources/source_writer.hpp"

namespace quoth::db {

namespace {

// A bulk ingest writes what it set aside after this many words: about three gigabytes of temporary files.
constexpr std::uint64_t most_waiting = 160'000'000;
// And where the pages that it holds back until then take more memory than this, in bytes; about a kilobyte a source.
constexpr std::size_t most_page_memory = std::size_t{128} << 20;

}  // namespace

void BulkIngest::begin() {
  transaction_.emplace(connection_.database(), SQLite::TransactionBehavior::IMMEDIATE);
  connection_.hold_back_pages(true);
  writer_.begin_bulk();
}

void BulkIngest::commit(bool goes_on) {
  try {
    connection_.hold_back_pages(false);
    writer_.flush(goes_on ? PostingIndex::Merge::later : PostingIndex::Merge::now);
    transaction_->commit();
    transaction_.reset();
  } catch (...) {
    give_up();
    throw;
  }
  committed_.added += pending_.added;
  committed_.replaced += pending_.replaced;
  committed_.unchanged += pending_.unchanged;
  pending_ = {};
}

void BulkIngest::give_up() {
  transaction_.reset();
  pending_ = {};
  writer_.abandon();
  try {
    connection_.hold_back_pages(false);
  } catch (SQLite::Exception const&) {
    // Harmless: readers only wait a little longer.
  }
}

void BulkIngest::run_alone(std::function<void()> const& action) {
  try {
    SQLite::Transaction transaction(connection_.database(), SQLite::TransactionBehavior::IMMEDIATE);
    action();
    writer_.flush();
    transaction.commit();
  } catch (...) {
    writer_.abandon();
    throw;
  }
}

void BulkIngest::run_in_bulk(std::function<void()> const& action) {
  try {
    if (writer_.waiting() >= most_waiting || connection_.page_memory() >= most_page_memory) {
      commit(true);
      begin();
    }
    SQLite::Savepoint savepoint(connection_.database(), "one_source");
    action();
    savepoint.release();
  } catch (SQLite::Exception const& failure) {
    if (is_of_one_source(failure)) throw Error(connection_.error(failure).what());
    give_up();
    throw;
  } catch (StoreError const&) {
    give_up();
    throw;
  } catch (Error const& error) {
    give_up();
    throw StoreError(error.what());
  } catch (...) {
    give_up();
    throw;
  }
}

// Whether the transaction can go on, because only this source's statement failed, due to its content. Where the disk is
// full or fails, SQLite has rolled back the whole transaction.
bool BulkIngest::is_of_one_source(SQLite::Exception const& failure) const {
  auto const code = failure.getErrorCode();
  bool const refused = code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG || code == SQLITE_MISMATCH;
  return refused && is_open() && !writer_.broken() && sqlite3_get_autocommit(connection_.database().getHandle()) == 0;
}

}  // namespace quoth::db
