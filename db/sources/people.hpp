// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "db/sqlite/connection.hpp"
#include "db/sqlite/versioned_cache.hpp"
#include "quoth/candidate.hpp"
#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth::db {

// The most aliases of a speaker: each is compared with each name of an article.
constexpr std::size_t most_aliases = 1'000;

// Splits a column that holds one name per line.
std::vector<std::string> names_of_lines(std::string_view lines);

// The speakers of the store and all their names, with a cache of look-ups by name. Use one per thread. References
// returned are valid until the next call.
class StoredPeople {
 public:
  explicit StoredPeople(Connection& connection) : connection_(connection) {}

  // The number of the speaker, who is added if new.
  std::int64_t add(Speaker const& speaker);
  // Deletes the speaker if no label refers to them any more.
  void drop_unnamed(std::int64_t speaker);

  // All speakers, sorted by name.
  std::vector<StoredSpeaker> all() const;
  // The numbers of the speakers whom `name` can mean, in rising order.
  std::vector<std::int64_t> const& called(std::string_view name) const;
  Coverage const& coverage(std::string_view name) const;
  // The sources of which no label is a name, see Store::unnamed_coverage. Not cached.
  Coverage unnamed_coverage(std::function<bool(std::string_view)> const& is_name) const;
  // Whether the store holds that speaker on that occasion.
  bool hold(Occasion const& occasion) const;

 private:
  void add_name(std::int64_t speaker, char const* use, std::string const& name);

  std::vector<std::int64_t> look_up(std::string_view name) const;
  Coverage count(std::vector<std::int64_t> const& speakers) const;

  Connection& connection_;
  // Caches: an article names the same few people repeatedly.
  mutable VersionedCache<std::string, std::vector<std::int64_t>> called_{1'000};
  mutable VersionedCache<std::string, Coverage> coverage_{1'000};
};

}  // namespace quoth::db
