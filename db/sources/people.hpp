// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "db/sqlite/connection.hpp"
#include "quoth/candidate.hpp"
#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth {

// The names of a column that holds one a line.
std::vector<std::string> names_of_lines(std::string_view lines);

// The speakers of the store and all their names.
class StoredPeople {
 public:
  explicit StoredPeople(Connection& connection) : connection_(connection) {}

  // The number of the speaker, made where it is new.
  std::int64_t add(Speaker const& speaker);
  // Takes the speaker out where no label names it any more.
  void drop_unnamed(std::int64_t speaker);

  // By name.
  std::vector<StoredSpeaker> all() const;
  // Speakers that go by that name, in rising order.
  std::vector<std::int64_t> const& called(std::string_view name) const;
  Coverage const& coverage(std::string_view name) const;

 private:
  void add_name(std::int64_t speaker, char const* use, std::string const& name);

  std::vector<std::int64_t> look_up(std::string_view name) const;
  Coverage count(std::vector<std::int64_t> const& speakers) const;
  void forget_old() const;

  Connection& connection_;
  // An article names the same few people again and again: what was found, as long as the store does not change.
  mutable std::int64_t version_ = -1;
  mutable std::map<std::string, std::vector<std::int64_t>, std::less<>> called_;
  mutable std::map<std::string, Coverage, std::less<>> coverage_;
};

}  // namespace quoth
