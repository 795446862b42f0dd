// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "connection.hpp"
#include "quoth/source.hpp"
#include "quoth/store.hpp"

namespace quoth {

// Whether a name as an article prints it can mean one of the names a speaker goes by: the same person, or the same
// words ("the president" for "President").
bool goes_by(std::string_view claimed, std::string_view name);

// The speakers of the store and all their names.
class People {
 public:
  explicit People(Connection& connection) : connection_(connection) {}

  // The number of the speaker, made where it is new.
  std::int64_t add(Speaker const& speaker);
  // Takes the speaker out where no label names it any more.
  void drop_unnamed(std::int64_t speaker);

  // Speakers that go by that name, in rising order.
  std::vector<std::int64_t> called(std::string_view name) const;
  Coverage coverage(std::string_view name) const;

 private:
  void add_name(std::int64_t speaker, char const* use, std::string const& name);

  Connection& connection_;
};

}  // namespace quoth
