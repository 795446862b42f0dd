// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "ballot.hpp"
#include "posting_index.hpp"
#include "query_words.hpp"

namespace quoth {

// Lets the shingles of a query vote for chunks, the telling ones first, until it is clear where to look.
class Election {
 public:
  explicit Election(PostingIndex const& index) : index_(index) {}

  // Before every query: looks at the index as it is now.
  void begin();
  // For a short phrase: finds the chunks that hold all of its shingles. False where there are none.
  bool find_phrase(QueryWords const& query);
  // Those chunks, rising.
  std::vector<std::uint32_t> const& common() const { return common_; }
  // The phrase is so common that its lists were not read.
  bool everywhere() const { return everywhere_; }

  // For any query. After this `ballot` holds the votes.
  void hold(QueryWords const& query);
  Ballot const& ballot() const { return ballot_; }
  // The most that a chunk and its neighbour have.
  Votes const& leader() const { return leader_; }
  // Whether the leader has more than any chunk has by chance.
  bool is_clear() const;
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

  std::size_t longest_telling() const;
  void enlist(QueryWords const& query);
  // Takes the votes of the shingles of so many words, every `step`th, whose lists are no longer than that.
  void poll(std::uint32_t words, std::size_t longest, std::uint32_t step);
  void find_leader();
  bool is_decided(std::uint32_t telling) const;
  bool is_crowded() const;

  PostingIndex const& index_;
  IndexState state_;
  Ballot ballot_;
  Votes leader_;
  std::uint64_t polled_ = 0;  // weight of all shingles that voted
  std::size_t postings_ = 0;  // read so far
  std::vector<Voter> voters_;
  std::vector<std::uint32_t> chunks_;
  std::vector<std::uint32_t> common_;
  bool everywhere_ = false;
};

}  // namespace quoth
