// SPDX-License-Identifier: MIT
#include "db/index/posting_cursor.hpp"

#include "db/sqlite/record.hpp"
#include "db/sqlite/table_readers.hpp"

namespace quoth::db {

namespace {

constexpr char const* rows_down_from = "SELECT number, chunks FROM posting WHERE number <= ? ORDER BY number DESC";

static_assert(PaddedRow::padding <= PageFile::padding);

}  // namespace

PostingCursor::PostingCursor(Connection& connection, RowKey from, RowDecoder& decoder, PrefetchedRow const* prefetched)
    : direct_(connection.direct(DirectTable::posting)),
      decoder_(decoder),
      from_(from.number()),
      prefetched_(prefetched) {
  if (direct_ == nullptr) rows_.emplace(connection.prepared(rows_down_from), from_);
}

bool PostingCursor::next() {
  if (direct_ == nullptr) {
    if (!rows_->next()) return false;
    key_ = RowKey::of(rows_->integer(0));
    row_ = decoder_.padded(rows_->bytes(1));
    return true;
  }
  auto const find = [&] { return prefetched_ ? direct_->find_last(*prefetched_) : direct_->find_last(from_); };
  if (!(is_first_ ? find() : direct_->previous())) return false;
  is_first_ = false;
  key_ = RowKey::of(direct_->key());
  Record record(direct_->payload());
  record.null();
  row_ = {record.blob()};
  return true;
}

}  // namespace quoth::db
