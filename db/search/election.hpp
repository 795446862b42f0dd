// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "db/index/posting_index.hpp"
#include "db/search/ballot.hpp"
#include "db/search/long_lists.hpp"
#include "db/search/query_words.hpp"

namespace quoth {

// Lets the shingles of a query vote for chunks, the telling ones first, until it is clear where to look.
class Election {
 public:
  // Words from which on a query has enough shingles for its votes to tell surely.
  static constexpr std::uint32_t long_query = 16;

  Election(Connection& connection, PostingIndex const& index) : connection_(connection), index_(index) {}

  // Before every query: looks at the index as it is now.
  void begin();
  // For a short phrase: finds the chunks that hold all of its shingles. False where there are none.
  bool find_phrase(QueryWords const& query);
  // Those chunks, rising.
  std::vector<std::uint32_t> const& common() const { return common_; }
  // All shingles of the phrase are so common that their lists were not read.
  bool everywhere() const { return everywhere_; }
  // The chunks of a range that hold all shingles of such a phrase.
  void common_in(ChunkRange range, std::vector<std::uint32_t>& chunks);
  // Reads the lists of such a phrase after all, as far as that can be done.
  bool find_common_phrase();

  // For any query, one after the other until what is found is good enough. After each `ballot` holds the votes.
  // Lets a few shingles vote. True where all of them stand in the leader and in few others: there the query may well
  // stand word for word.
  bool hold_first(QueryWords const& query);
  // Lets some more vote. True where the leader has so many that the query, or a good part of it, must stand there.
  bool hold_second(QueryWords const& query);
  // Lets the others vote until it is clear where to look.
  void hold();
  Ballot const& ballot() const { return ballot_; }
  // The most that a chunk and its neighbour have.
  Votes const& leader() const { return leader_; }
  // Whether the leader has more than any chunk has by chance.
  bool is_clear() const;
  // Whether it has so few of all votes that the query hardly stands there.
  bool is_hopeless() const;
  // Whether it has all the votes.
  bool is_unanimous() const { return leader_.weight >= polled_; }

 private:
  // A shingle of the query that has not voted yet.
  struct Voter {
    Shingle shingle = 0;
    std::uint64_t part = 0;
    std::uint32_t words = 0;
    std::uint32_t place = 0;  // of its first word
  };

  void intersect(std::size_t longest);
  std::size_t longest_of_phrase() const;
  std::size_t longest_telling() const;
  void enlist(QueryWords const& query);
  // The chunks of a shingle into `chunks_`; false where there are more than that.
  bool read(Shingle shingle, std::size_t longest);
  // Takes the votes of the shingles of so many words, every `step`th, whose lists are no longer than that.
  // False where there are none.
  bool poll(std::uint32_t words, std::size_t longest, std::uint32_t step);
  void find_leader();
  bool is_decided() const;
  bool is_crowded() const;

  Connection& connection_;
  PostingIndex const& index_;
  IndexState state_;
  std::int64_t version_ = -1;  // of the store whose state that is
  LongLists long_lists_;
  Ballot ballot_;
  Votes leader_;
  std::uint64_t polled_ = 0;  // weight of all shingles that voted
  std::size_t postings_ = 0;  // read so far
  std::vector<Voter> voters_;
  std::uint32_t size_ = 0;     // words of the query
  std::uint32_t telling_ = 0;  // words of the longest shingles that vote
  std::vector<std::uint32_t> chunks_;
  std::vector<Shingle> unread_;  // of a phrase
  std::vector<std::uint32_t> common_;
  bool any_read_ = false;
  bool everywhere_ = false;
};

}  // namespace quoth
