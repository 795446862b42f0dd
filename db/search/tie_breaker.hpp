// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/index/posting_codec.hpp"
#include "db/search/chunk_owners.hpp"
#include "db/search/speaker_chunks.hpp"
#include "db/sources/people.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/candidate.hpp"

namespace quoth::db {

// Sets the vector to the chunks of the range that contain what is searched for, in rising order.
using Holders = std::function<void(ChunkRange, std::vector<std::uint32_t>&)>;

// Tie-breaking: which of several chunks with the same words is meant. First those by the claimed speaker, then those in
// sources of the article's other quotations (favoured), then those nearest to the article's date (without a date: the
// newest), then the lowest source id. Where there are very many, only some are looked at. The result does not depend on
// the order of ingest.
class TieBreaker {
 public:
  TieBreaker(Connection& connection, SourceReader const& reader, ChunkOwners const& owners, StoredPeople const& people,
             SpeakerChunks::Cache& speaker_chunks, Query const& query);

  // Whether the query names a speaker whom the store knows.
  bool has_speaker() const { return !speakers_.empty(); }
  bool is_claimed_speaker(std::int64_t label) const;
  bool holds_claimed_speaker(Extent const& extent) const;
  // The chunks of the claimed speaker's sources.
  SpeakerChunks const& own_chunks() const;
  bool is_favoured(std::int64_t source) const;
  // How far a date (YYYY-MM-DD) is from the article's, in approximate days: smaller is nearer. Without an article date,
  // newer is smaller.
  std::int64_t distance(std::string_view date) const;

  // At most `room` of the chunks, the preferred ones. `chunks` must be in rising order.
  std::vector<std::uint32_t> pick(std::span<std::uint32_t const> chunks, std::size_t room) const;
  // The same where the chunks are too many to list: preferred sources are looked up one by one. Not all sources are
  // looked at, so the result may be empty.
  std::vector<std::uint32_t> pick(Holders const& holders, std::size_t room) const;

  // Whether a call of `pick` had to leave chunks out.
  bool has_chosen() const { return has_chosen_; }

 private:
  struct RankedSource;
  class SourceScan;

  bool says_anything_in(std::int64_t source) const;
  std::vector<std::uint32_t> pick_few(std::span<std::uint32_t const> chunks, std::size_t room) const;
  std::vector<std::uint32_t> pick_best(std::span<std::uint32_t const> chunks, std::size_t room) const;
  std::vector<std::uint32_t> scan(Holders const& holders, std::size_t room, std::size_t most) const;

  Connection& connection_;
  SourceReader const& reader_;
  ChunkOwners const& owners_;
  SpeakerChunks::Cache& speaker_chunks_;
  mutable std::optional<SpeakerChunks> own_chunks_;
  std::vector<std::int64_t> speakers_;  // the numbers of the claimed speaker in the store, rising
  std::vector<std::int64_t> favoured_;
  std::string date_;
  mutable bool has_chosen_ = false;
};

}  // namespace quoth::db
