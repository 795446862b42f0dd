// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "connection.hpp"
#include "people.hpp"
#include "place.hpp"
#include "posting_index.hpp"
#include "quoth/store.hpp"
#include "source_reader.hpp"

namespace quoth {

// Finds where the words of a query stand: the shingles vote for chunks, the best chunks are read and placed.
class CandidateSearch {
 public:
  explicit CandidateSearch(Connection& connection) : reader_(connection), people_(connection), index_(connection) {}

  std::vector<Candidate> find(Query const& query) const;

 private:
  struct Found;

  std::vector<std::uint32_t> best_chunks(QueryWords& words) const;
  Found place(StoredSource source, std::vector<std::uint32_t> const& chunks, QueryWords const& words) const;

  SourceReader reader_;
  People people_;
  PostingIndex index_;
};

}  // namespace quoth
