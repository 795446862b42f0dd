// SPDX-License-Identifier: MIT
#include "db/index/posting_rows.hpp"

#include <algorithm>

namespace quoth::db {

namespace {

constexpr char const* insert_row = "INSERT INTO posting (number, chunks) VALUES (?, ?)";
constexpr char const* rows_between =
    "SELECT number, chunks FROM posting WHERE number >= ? AND number < ? ORDER BY number";
constexpr char const* delete_rows = "DELETE FROM posting WHERE number >= ? AND number < ?";

}  // namespace

void RowWriter::write_row(Posting first, std::string_view row) {
  Rows(connection_.prepared(insert_row), RowKey{segment_, shingle_of(first), chunk_of(first)}.number(), Blob{row})
      .run();
}

void RowDrain::take(Shingle end, std::vector<Posting>& out) {
  auto below = std::ranges::lower_bound(rest_, posting(end, 0));
  out.insert(out.end(), rest_.begin(), below);
  rest_.erase(rest_.begin(), below);
  if (!rest_.empty()) return;
  auto from = std::max(next_row_, RowKey{segment_, 0, 0}.number());
  auto to = RowKey{segment_, end, 0}.number();
  if (from >= to) return;
  auto const old_size = static_cast<std::ptrdiff_t>(out.size());
  for (Rows rows(connection_.prepared(rows_between), from, to); rows.next();) {
    auto const row = decoder_.padded(rows.bytes(1));
    RowDecoder::all(row, RowKey::of(rows.integer(0)).first_of(row), chunks_, out);
  }
  auto beyond = std::lower_bound(out.begin() + old_size, out.end(), posting(end, 0));
  rest_.assign(beyond, out.end());
  out.erase(beyond, out.end());
  Rows(connection_.prepared(delete_rows), from, to).run();
  next_row_ = to;
}

void RowDrain::finish() {
  Rows(connection_.prepared(delete_rows), RowKey{segment_, 0, 0}.number(), RowKey{segment_ + 1, 0, 0}.number()).run();
}

}  // namespace quoth::db
