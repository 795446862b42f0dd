// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "connection.hpp"
#include "people.hpp"
#include "quoth/store.hpp"
#include "source_reader.hpp"

namespace quoth {

// Which of several places that hold the same words is meant: one by the claimed speaker, in a source of the article's
// other quotations, near the article's date (without one: the newest), and the first by id, so that nothing depends on
// the order of ingest.
class Preference {
 public:
  Preference(Connection& connection, People const& people, Query const& query);

  // Whether a speaker is claimed whom the store knows.
  bool has_speaker() const { return !speakers_.empty(); }
  bool is_claimed_speaker(std::int64_t label) const;
  bool holds_claimed_speaker(std::int64_t source) const;
  bool is_favoured(std::int64_t source) const;
  // Smaller is nearer.
  std::int64_t distance(std::string_view date) const;

  // At most `room` of the chunks, which rise, the preferred ones.
  std::vector<std::uint32_t> pick(std::span<std::uint32_t const> chunks, std::size_t room) const;
  // Some chunks of the preferred sources, for a phrase that is everywhere.
  std::vector<std::uint32_t> any() const;

 private:
  struct Offer;
  class Walk;

  bool in_few_sources(std::span<std::uint32_t const> chunks) const;
  std::vector<std::uint32_t> pick_of_few(std::span<std::uint32_t const> chunks, std::size_t room) const;
  void go(Walk& walk) const;
  std::vector<std::uint32_t> pick_of_many(std::span<std::uint32_t const> chunks, std::size_t room) const;

  Connection& connection_;
  SourceReader reader_;
  std::vector<std::int64_t> speakers_;  // the claimed one, as the store numbers them
  std::vector<std::int64_t> favoured_;
  std::string date_;
};

}  // namespace quoth
