// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quoth/finding.hpp"
#include "text/bytes/lru_cache.hpp"

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

// The approximate size of an entry in memory, in bytes.
struct FindingSize {
  std::size_t operator()(std::string const& key, QuotationResult const& checked) const;
};

// An LRU cache of findings for one store and one policy, for quotations printed again: in later editions, or by the
// many outlets of an agency. The owner must clear it when the store changes. Not safe for use by several threads at
// once.
class FindingCache : public text::LruCache<std::string, QuotationResult, FindingSize> {
 public:
  // The approximate memory limit, in bytes.
  static constexpr std::size_t most_bytes = 16UL << 20;

  FindingCache() : LruCache(most_bytes) {}
};

}  // namespace quoth::match
