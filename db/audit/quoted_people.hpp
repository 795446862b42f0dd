// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::db {

// Who is meant by the names that articles print, as the quotations that were found tell.
class QuotedPeople {
 public:
  // A quotation of somebody of that name; `held` is the store's name of who spoke, if it is the same person, else
  // empty.
  void add(std::string_view printed, std::string_view held);

  // Each printed name with the store's name of that person: of a name that was found, the one found most often, unless
  // names of different people were found; of another name the only one that can be the same person; else the printed
  // one.
  std::map<std::string, std::string> all() const;

 private:
  using Counts = std::map<std::string, std::uint64_t, std::less<>>;
  std::map<std::string, Counts, std::less<>> names_;
};

}  // namespace quoth::db
