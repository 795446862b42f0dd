// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/sources/people.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth::db {

// Applies the editors' rulings, in their order, to a speaker of a source.
Speaker ruled(Speaker speaker, std::string_view source, std::vector<Ruling> const& rulings);

// The editors' rulings on who is who. `add` and `remove` must be called within a transaction of the caller.
class Rulings {
 public:
  Rulings(Connection& connection, StoredPeople& people) : connection_(connection), people_(people) {}

  // All rulings, in the order in which they apply. Throws StoreError where a kind is unknown.
  std::vector<Ruling> all() const;
  // Adds a ruling and returns its number; ruling.number is ignored. Throws Error where the store lacks a speaker that
  // the ruling names.
  std::int64_t add(Ruling const& ruling);
  // False where no ruling has that number.
  bool remove(std::int64_t number);

 private:
  struct Label {
    std::int64_t number = 0;
    std::int64_t speaker = 0;      // the current speaker
    std::int64_t printed = 0;      // the speaker before any ruling
    std::optional<Speaker> ruled;  // empty where no ruling changes the speaker
  };

  void check(Ruling const& ruling) const;
  std::vector<Label> to_be_settled() const;
  // Sets the speaker of every label to the one that the rulings give.
  void settle();

  Connection& connection_;
  StoredPeople& people_;
};

}  // namespace quoth::db
