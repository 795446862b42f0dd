// SPDX-License-Identifier: MIT
#include "posting_index.hpp"

#include <algorithm>

namespace quoth {

namespace {
constexpr char const* insert_posting = "INSERT OR IGNORE INTO posting (shingle, chunk) VALUES (?, ?)";
constexpr char const* chunks_of_shingle = "SELECT chunk FROM posting WHERE shingle = ? ORDER BY chunk LIMIT ?";
constexpr char const* delete_chunks = "DELETE FROM posting WHERE chunk >= ? AND chunk < ?";
}  // namespace

void PostingIndex::add(std::vector<Posting> postings) {
  std::ranges::sort(postings);
  for (auto const& posting : postings) Rows(connection_.prepared(insert_posting), posting.shingle, posting.chunk).run();
}

void PostingIndex::remove(std::int64_t first_chunk, std::int64_t last_chunk) {
  Rows(connection_.prepared(delete_chunks), first_chunk, last_chunk).run();
}

bool PostingIndex::read(Shingle shingle, std::size_t most, std::vector<std::uint32_t>& chunks) const {
  chunks.clear();
  Rows rows(connection_.prepared(chunks_of_shingle), shingle, static_cast<std::int64_t>(most + 1));
  while (rows.next()) chunks.push_back(rows.number(0));
  if (chunks.size() <= most) return true;
  chunks.pop_back();
  return false;
}

}  // namespace quoth
