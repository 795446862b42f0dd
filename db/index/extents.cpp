// SPDX-License-Identifier: MIT
#include "db/index/extents.hpp"

#include "db/index/posting_index.hpp"
#include "db/index/posting_rows.hpp"

namespace quoth::db {

namespace {

constexpr char const* read_counter = "SELECT value FROM counter WHERE name = 'next_chunk'";
constexpr char const* last_source = "SELECT number, first_chunk, chunks FROM source ORDER BY first_chunk DESC LIMIT 1";
constexpr std::int64_t end_of_chunks = std::int64_t{RowKey::last_chunk} + 1;

}  // namespace

Extent extent_of(Connection const& connection, std::int64_t source, std::int64_t first, std::int64_t chunks) {
  if (first < 0 || first > end_of_chunks || chunks < 0 || chunks > end_of_chunks - first)
    throw connection.damage("a source's text cannot stand where the store says");
  return {source, first, first + chunks};
}

ChunkRange chunk_range(Connection const& connection, std::int64_t first, std::int64_t last) {
  if (first < 0 || last < first || last >= end_of_chunks)
    throw connection.damage("the index cannot speak of the texts it says");
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

std::uint32_t next_chunk(Connection& connection) {
  Rows counter(connection.prepared(read_counter));
  auto const next = counter.next() ? counter.integer(0) : -1;
  if (next < 0 || next > end_of_chunks) throw connection.damage("no counter of its texts");
  return static_cast<std::uint32_t>(next);
}

void check_extents(Connection& connection) {
  auto const next = next_chunk(connection);
  auto const segments = PostingIndex(connection).segments();
  Rows last(connection.prepared(last_source));
  bool const is_taken =
      last.next() && extent_of(connection, last.integer(0), last.integer(1), last.integer(2)).last_chunk > next;
  if (is_taken || (!segments.empty() && segments.back().chunks.last >= next))
    throw connection.damage("its counter of texts is behind");
}

}  // namespace quoth::db
