// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/sources/people.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth::db {

// The most rulings that a store takes.
constexpr std::size_t most_rulings = 10'000;

// The editors' rulings, to be applied in their order to many speakers. `rulings` must outlive it.
class AppliedRulings {
 public:
  explicit AppliedRulings(std::vector<Ruling> const& rulings);

  bool empty() const { return rulings_.empty(); }
  // The speaker of a source as the rulings have it. Throws Error where that one would go by over `most_aliases` names.
  Speaker ruled(Speaker speaker, std::string_view source) const;

 private:
  std::string_view name_under(std::string_view name, std::string_view source) const;

  std::vector<Ruling> const& rulings_;
  // The indexes of merges and splits by the name that they change, and of merges and aliases by the name that has the
  // alias in the end; each in their order.
  std::unordered_map<std::string_view, std::vector<std::size_t>> renaming_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> naming_;
};

// The editors' rulings on who is who. `add` and `remove` must be called within a transaction of the caller.
class Rulings {
 public:
  Rulings(Connection& connection, StoredPeople& people) : connection_(connection), people_(people) {}

  // All rulings, in the order in which they apply. Throws StoreError where a kind is unknown or there are too many.
  std::vector<Ruling> all() const;
  // Adds a ruling and returns its number; ruling.number is ignored. Throws Error where the store lacks a speaker that
  // the ruling names, or has too many rulings.
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
