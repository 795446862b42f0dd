// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "db/index/posting_index.hpp"
#include "db/search/chunk_texts.hpp"
#include "db/search/placement.hpp"
#include "db/search/staged_search.hpp"
#include "db/search/tie_breaker.hpp"
#include "db/sources/people.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/candidate.hpp"

namespace quoth::db {

class LoadedText;

// Finds the passages that best match the words of a query. Its shingles, looked up in the inverted index, give scores
// to chunks; the text of the best chunks is read and aligned with the query; the best sources become candidates.
class CandidateSearch {
 public:
  explicit CandidateSearch(Connection& connection)
      : connection_(connection),
        reader_(connection),
        texts_(connection, reader_),
        people_(connection),
        index_(connection),
        staged_search_(connection, index_) {}

  std::vector<Candidate> find(Query const& query);

 private:
  struct Found;

  std::vector<Found> search(QueryWords const& words, TieBreaker const& tie_breaker);
  std::vector<Found> search_phrase(QueryWords const& words, TieBreaker const& tie_breaker);
  std::vector<Found> look(QueryWords const& words, TieBreaker const& tie_breaker, std::vector<std::uint32_t> chunks);
  static bool is_good(QueryWords const& words, std::vector<Found> const& found);
  // Whether the best one contains the query word for word.
  static bool has_all(std::vector<Found> const& found);
  static bool add_border(std::vector<std::int64_t>& chunks, Extent const& extent, LoadedText const& text,
                         Placement const& placement, std::uint32_t size);
  Placement const& placement_in(QueryWords const& words, std::vector<std::int64_t> const& chunks,
                                LoadedText const& text);
  std::vector<Found> read_and_place(QueryWords const& words, std::vector<std::uint32_t> chunks);
  static std::vector<std::size_t> choose(std::vector<Found> const& found, std::size_t limit);
  static bool leaves_out_equals(std::vector<Found> const& found, std::vector<std::size_t> const& chosen);
  void rank(std::vector<Found>& found, TieBreaker const& tie_breaker) const;

  Connection& connection_;
  SourceReader reader_;
  ChunkTexts texts_;
  std::map<std::vector<std::int64_t>, Placement> placements_;  // cache for the current query, by chunks
  StoredPeople people_;
  PostingIndex index_;
  StagedSearch staged_search_;
  PlacementFinder placement_finder_;
};

}  // namespace quoth::db
