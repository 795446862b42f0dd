// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "db/index/posting_index.hpp"
#include "db/search/chunk_owners.hpp"
#include "db/search/chunk_texts.hpp"
#include "db/search/placement.hpp"
#include "db/search/query_words.hpp"
#include "db/search/speaker_chunks.hpp"
#include "db/search/staged_search.hpp"
#include "db/search/tie_breaker.hpp"
#include "db/sources/people.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/candidate.hpp"

namespace quoth::db {

class LoadedText;
class TopChunks;

// What searches need of a store and keep from one query to the next. One per thread.
struct SearchContext {
  explicit SearchContext(Connection& store) : connection(store), reader(store), people(store), index(store) {}

  Connection& connection;
  SourceReader reader;
  StoredPeople people;
  PostingIndex index;
  ChunkOwners::Cache owners;
  ChunkTexts::Cache texts;
  StagedSearch::Cache staged_search;
  SpeakerChunks::Cache speaker_chunks;
  PlacementFinder placement_finder;
};

// One query: finds the passages that best match its words. Its shingles, looked up in the inverted index, give scores
// to chunks; the text of the best chunks is read and aligned with the query; the best sources become candidates. A
// context serves one session at a time, and the session must not outlive the snapshot in which it began.
class SearchSession {
 public:
  // The query must outlive it.
  SearchSession(SearchContext& context, Query const& query);
  SearchSession(SearchSession const&) = delete;
  SearchSession& operator=(SearchSession const&) = delete;
  ~SearchSession() = default;

  // The candidates, best first. Ends the session.
  std::vector<Candidate> candidates() &&;

 private:
  struct Found;

  std::vector<Found> search();
  std::vector<Found> search_phrase();
  std::vector<Found> search_all(TopChunks const& top_chunks, std::vector<Found> found);
  std::vector<Found> look(std::vector<std::uint32_t> chunks);
  bool is_short() const;
  // Whether only the claimed speaker's passages are of use.
  bool is_of_use_by_claimed_only() const;
  // Whether the query, or a good part of it, stands nowhere in the store.
  bool is_absent(TopChunks const& top_chunks);
  // Whether one of the best chunks so far is near enough to the query to be of use.
  bool is_near(TopChunks const& top_chunks);
  bool is_near(TopChunks const& top_chunks, double least_score, SpeakerChunks const* only);
  bool is_good(std::vector<Found> const& found) const;
  // Whether the best one contains the query word for word.
  static bool has_all(std::vector<Found> const& found);
  // Whether one is by the claimed speaker, or nobody is claimed.
  bool is_claimed(std::vector<Found> const& found) const;
  bool add_border(std::vector<std::int64_t>& chunks, Extent const& extent, LoadedText const& text,
                  Placement const& placement) const;
  Placement const& placement_in(std::vector<std::int64_t> const& chunks, LoadedText const& text);
  std::vector<Found> read_and_place(std::vector<std::uint32_t> chunks);
  static std::vector<std::size_t> choose(std::vector<Found> const& found, std::size_t limit);
  static bool leaves_out_equals(std::vector<Found> const& found, std::vector<std::size_t> const& chosen);
  void rank(std::vector<Found>& found) const;

  SearchContext& context_;
  Query const& query_;
  QueryWords words_;
  ChunkOwners owners_;
  ChunkTexts texts_;
  TieBreaker tie_breaker_;
  StagedSearch staged_search_;
  std::map<std::vector<std::int64_t>, Placement> placements_;  // cache, by chunks
};

}  // namespace quoth::db
