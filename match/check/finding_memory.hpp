// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "quoth/finding.hpp"

namespace quoth {

// What the check of one quotation gave, and what the check of its article's others needs of it.
struct QuotationResult {
  Finding finding;
  std::int64_t source = 0;      // the store's number of the source that the words were found in; 0 for none
  bool is_only_source = false;  // no other source holds the words as well
  // The other sources that would rank higher if they were favoured; nothing where more might be found then.
  std::optional<std::vector<std::int64_t>> rivals;
};

// What was found of quotations in one store under one policy, for articles that print them again: later editions, and
// what an agency gave to many outlets. Whoever fills it clears it when the store changes. Holds no more than some
// megabytes, whatever it is given, and forgets what was not asked for longest. Serves one thread.
class FindingMemory {
 public:
  static constexpr std::size_t most_bytes = 16UL << 20;

  // Nothing where it is not known. What is given holds until the next call.
  QuotationResult const* find(std::string const& key);
  void put(std::string key, QuotationResult checked);
  void clear();

 private:
  using Generation = std::unordered_map<std::string, QuotationResult>;

  // What was not asked for since the older half was the newer one goes with it.
  Generation newer_;
  Generation older_;
  std::size_t newer_bytes_ = 0;
};

}  // namespace quoth
