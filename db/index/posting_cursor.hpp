// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "db/index/posting_codec.hpp"
#include "db/index/posting_rows.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

struct PrefetchedRow;

// The rows of the table `posting` from the last with a key of at most `from` down. One at a time for each connection.
class PostingCursor {
 public:
  // `decoder` lends the memory for a row where there is need of some. `prefetched` is null or the row
  // with this key, as it was looked up with the connection's direct reader.
  PostingCursor(Connection& connection, RowKey from, RowDecoder& decoder, PrefetchedRow const* prefetched = nullptr);

  // Moves to the next row down, at first to the last. Returns false where there is none.
  bool next();
  RowKey key() const { return key_; }
  // Valid until the next call.
  PaddedRow row() const { return row_; }

 private:
  TableReader* direct_;
  std::optional<Rows> rows_;  // where the table cannot be read directly
  RowDecoder& decoder_;
  std::int64_t from_;
  PrefetchedRow const* prefetched_;
  bool is_first_ = true;
  RowKey key_;
  PaddedRow row_;
};

}  // namespace quoth::db
