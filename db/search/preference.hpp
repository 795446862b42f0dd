// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/index/posting_codec.hpp"
#include "db/sources/people.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/candidate.hpp"

namespace quoth {

// Gives the chunks of a range that hold what is looked for, rising.
using Holders = std::function<void(ChunkRange, std::vector<std::uint32_t>&)>;

// Which of several places that hold the same words is meant: one by the claimed speaker, in a source of the article's
// other quotations, near the article's date (without one: the newest), and the first by id; where there are very many,
// one of those that are met first. Nothing depends on the order of ingest.
class Preference {
 public:
  Preference(Connection& connection, SourceReader const& reader, StoredPeople const& people, Query const& query);

  // Whether a speaker is claimed whom the store knows.
  bool has_speaker() const { return !speakers_.empty(); }
  bool is_claimed_speaker(std::int64_t label) const;
  bool holds_claimed_speaker(std::int64_t source) const;
  bool is_favoured(std::int64_t source) const;
  // Smaller is nearer.
  std::int64_t distance(std::string_view date) const;

  // At most `room` of the chunks, which rise, the preferred ones.
  std::vector<std::uint32_t> pick(std::span<std::uint32_t const> chunks, std::size_t room) const;
  // The same for what stands in so many chunks that nobody lists them: the preferred sources are asked one by one, but
  // not all of them, and so there may be none.
  std::vector<std::uint32_t> pick(Holders const& holders, std::size_t room) const;

  // Whether there was ever more to pick from than room.
  bool has_chosen() const { return has_chosen_; }

 private:
  struct Offer;
  class Walk;

  std::vector<std::uint32_t> pick_best(std::span<std::uint32_t const> chunks, std::size_t room) const;
  std::vector<std::uint32_t> walk(Holders const& holders, std::size_t room, std::size_t most) const;

  Connection& connection_;
  SourceReader const& reader_;
  std::vector<std::int64_t> speakers_;  // the claimed one, as the store numbers them
  std::vector<std::int64_t> favoured_;
  std::string date_;
  mutable bool has_chosen_ = false;  // only noted
};

}  // namespace quoth
