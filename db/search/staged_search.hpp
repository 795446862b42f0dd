// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "db/index/posting_index.hpp"
#include "db/search/chunk_scores.hpp"
#include "db/search/long_list_cache.hpp"
#include "db/search/query_words.hpp"
#include "db/search/speaker_chunks.hpp"

namespace quoth::db {

// Evaluates a query against the inverted index, term at a time and in stages: the posting lists of the rarest shingles
// come first, and it stops as soon as the best chunks are clear (early termination). The weight of a shingle is its
// inverse document frequency (idf), counted in chunks.
class StagedSearch {
 public:
  // What is kept from one query to the next: the state of the index, the long lists met, and the accumulators' memory.
  // A new StagedSearch loads the state when the store has changed. One per thread, for one query at a time.
  class Cache {
    friend class StagedSearch;

    std::int64_t version_ = -1;  // the store's version when the state was loaded
    IndexState state_;
    LongListCache long_lists_;
    ChunkScores scores_;
  };

  // The query must outlive it.
  StagedSearch(Cache& cache, Connection& connection, PostingIndex const& index, QueryWords const& query);

  // For a short phrase: finds the chunks that contain all of its shingles, by intersecting posting lists. Returns false
  // where there are none, or the query is too long. True also where `is_too_common` is.
  bool find_phrase();
  // The chunks found by it, in rising order.
  std::vector<std::uint32_t> const& common() const { return common_; }
  // Whether all shingles of the phrase were too common to read their posting lists.
  bool is_too_common() const { return is_too_common_; }
  // For such a phrase: finds the chunks of a range that contain all shingles, in rising order.
  void common_in(ChunkRange range, std::vector<std::uint32_t>& chunks);
  // For such a phrase: reads the posting lists after all, up to a higher limit. False where no chunk is found.
  bool find_common_phrase();

  // From now on only these chunks get scores.
  void restrict_to(SpeakerChunks const& chunks) { only_ = &chunks; }

  // The stages for any query. Call them in this order until the result is good enough; after each, `scores` has the
  // scores. Stage 1 looks up a few of the longest shingles. True where the best chunk contains all of them and few
  // others come near: there the query may well be found word for word.
  bool evaluate_first();
  // Stage 2: looks up more of them. True where the best chunk matches so many parts of the query that the query, or a
  // good part of it, must be there.
  bool evaluate_second();
  // Stage 3: looks up the remaining shingles of two words and more with short posting lists; if `is_missing` after the
  // longest, these only; if these are few, the longest with long lists too.
  void evaluate_short();
  // Whether no chunk has as many of them as a passage leaves with three words in ten another; for a long query.
  bool is_missing() const;
  // Whether these were most of the query: its other shingles are too common to tell that it is not in the store.
  bool has_read_most() const;
  // Stage 4: looks up the remaining shingles until it is clear which chunks to read.
  void evaluate_rest();
  ChunkScores const& scores() const { return scores_; }
  // The sum of the weights looked up: the score of a chunk with all of it.
  std::uint64_t weight_read() const { return weight_read_; }
  // The highest score of a chunk and its neighbour.
  ChunkScore const& best() const { return best_; }
  // Whether the best score is higher than chance explains.
  bool is_clear() const;
  // Whether the best score is so small a share of the weight looked up that the query is hardly there.
  bool is_hopeless() const;
  // Whether the best chunk, with its neighbour, contains every shingle looked up.
  bool has_all_weight() const { return best_.weight >= weight_read_; }

 private:
  // A shingle of the query that has not been looked up yet.
  struct QueryTerm {
    Shingle shingle = 0;
    std::uint64_t part = 0;
    std::uint32_t words = 0;
    std::uint32_t position = 0;  // index of its first word in the query
  };

  void intersect(std::size_t longest);
  std::size_t longest_of_phrase() const;
  std::size_t longest_telling() const;
  void collect_terms();
  // Reads the posting list of a shingle into `chunks_`. False where it is longer than `longest`.
  bool read(Shingle shingle, std::size_t longest);
  // Looks up every `step`th shingle of `words` words and adds its weight to the chunks, unless its posting list is
  // longer than `longest`. Returns whether any was looked up.
  bool read_postings(std::uint32_t words, std::size_t longest, std::uint32_t step);
  template <typename IsWanted>
  void read_together(IsWanted const& is_wanted, std::size_t longest, bool admit);
  void count(QueryTerm const& term, std::span<std::uint32_t const> chunks, bool admit);
  void find_best();
  bool is_decided() const;
  bool has_many_ties() const;

  PostingIndex const& index_;
  QueryWords const& query_;
  std::uint32_t telling_;  // words in the longest shingles of the query, at most 3
  IndexState const& state_;
  std::size_t short_list_ = 0;  // the most chunks of a posting list that is always read
  LongListCache& long_lists_;
  ChunkScores& scores_;
  ChunkScore best_;
  std::uint64_t weight_read_ = 0;  // total weight of the shingles looked up
  std::size_t postings_ = 0;       // postings read for this query
  std::vector<QueryTerm> terms_;
  std::size_t telling_terms_ = 0;  // of `telling_` words, looked up or not
  std::vector<std::uint32_t> chunks_;
  std::vector<std::uint32_t> own_;  // of a posting list, the chunks in `only_`
  std::vector<Shingle> shingles_;
  SpeakerChunks const* only_ = nullptr;  // null for all
  std::vector<Shingle> unread_;          // shingles of a phrase whose lists were not read
  std::vector<std::uint32_t> common_;
  bool any_read_ = false;
  bool is_too_common_ = false;
};

}  // namespace quoth::db
