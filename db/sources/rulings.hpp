// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/sources/people.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth {

// Who a speaker of a source is under the rulings, which hold in their order.
Speaker ruled(Speaker speaker, std::string_view source, std::vector<Ruling> const& rulings);

// The rulings of a store. Changes belong inside the caller's transaction.
class Rulings {
 public:
  Rulings(Connection& connection, StoredPeople& people) : connection_(connection), people_(people) {}

  // None in a store of the first schema.
  std::vector<Ruling> all() const;
  // The number of the new ruling; its own is not read. Throws Error where the store holds nobody whom it is about.
  std::int64_t add(Ruling const& ruling);
  // False where there is none of that number.
  bool remove(std::int64_t number);

 private:
  struct Label {
    std::int64_t number = 0;
    std::int64_t speaker = 0;  // now
    std::int64_t printed = 0;
    std::optional<Speaker> ruled;  // nothing where it is the printed one
  };

  void check(Ruling const& ruling) const;
  std::vector<Label> to_be_settled() const;
  // Gives every label the speaker whom the rulings name.
  void settle();

  Connection& connection_;
  StoredPeople& people_;
};

}  // namespace quoth
