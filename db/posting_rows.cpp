// SPDX-License-Identifier: MIT
#include "posting_rows.hpp"

#include <algorithm>

namespace quoth {

namespace {

constexpr char const* insert_row = "INSERT INTO posting (number, chunks) VALUES (?, ?)";
constexpr char const* rows_between =
    "SELECT number, chunks FROM posting WHERE number >= ? AND number < ? ORDER BY number";
constexpr char const* delete_rows = "DELETE FROM posting WHERE number >= ? AND number < ?";

// Rows of some 400 bytes: the overhead of a row is small, and little is read in vain to find a shingle in it.
constexpr std::size_t full_row = 400;

}  // namespace

void RowWriter::add(Posting posting) {
  if (in_row_ && encoder_.bytes() >= full_row) write_row();
  if (in_row_) return encoder_.add(posting);
  key_.shingle = shingle_of(posting);
  key_.chunk = chunk_of(posting);
  in_row_ = true;
  encoder_.start(posting);
}

void RowWriter::finish() {
  if (in_row_) write_row();
}

void RowWriter::write_row() {
  Rows(connection_.prepared(insert_row), key_.number(), Blob{encoder_.finish()}).run();
  in_row_ = false;
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
  for (Rows rows(connection_.prepared(rows_between), from, to); rows.next();)
    decoder_.all(rows.bytes(1), RowKey::of(rows.integer(0)).first(), chunks_, out);
  auto beyond = std::lower_bound(out.begin() + old_size, out.end(), posting(end, 0));
  rest_.assign(beyond, out.end());
  out.erase(beyond, out.end());
  Rows(connection_.prepared(delete_rows), from, to).run();
  next_row_ = to;
}

void RowDrain::finish() {
  Rows(connection_.prepared(delete_rows), RowKey{segment_, 0, 0}.number(), RowKey{segment_ + 1, 0, 0}.number()).run();
}

}  // namespace quoth
