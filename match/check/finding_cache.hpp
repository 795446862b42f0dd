// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "quoth/finding.hpp"

namespace quoth::match {

// The result of checking one quotation, with what the check of the article's other quotations needs from it.
struct QuotationResult {
  Finding finding;
  std::int64_t source = 0;      // the store's number of the source that the words were found in; 0 for none
  bool is_only_source = false;  // no other source has the words equally well
  // The other sources that would rank higher if they were favoured; nothing if favouring sources could bring in further
  // ones.
  std::optional<std::vector<std::int64_t>> rivals;
};

// A cache of findings for one store and one policy, for quotations printed again: in later editions, or by the many
// outlets of an agency. An approximate LRU cache with two generations: entries that were not used while the newer
// generation filled up are dropped. The owner must clear it when the store changes. Not safe for use by several threads
// at once.
class FindingCache {
 public:
  // The approximate memory limit, in bytes.
  static constexpr std::size_t most_bytes = 16UL << 20;

  // Null where the key is not cached. The pointer is valid until the next call.
  QuotationResult const* find(std::string const& key);
  void put(std::string key, QuotationResult checked);
  void clear();

 private:
  using Generation = std::unordered_map<std::string, QuotationResult>;

  // When the newer generation reaches half of most_bytes, it becomes the older one and the older one is dropped. A hit
  // moves an entry to the newer one.
  Generation newer_;
  Generation older_;
  std::size_t newer_bytes_ = 0;
};

}  // namespace quoth::match
