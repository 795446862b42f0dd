// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "text/bytes/lru_cache.hpp"

namespace quoth::db {

// An LRU cache of at most `most` values read from the store, by a number or a string. It is cleared when the store's
// version changes.
template <typename Key, typename Value>
class VersionedCache {
 public:
  explicit VersionedCache(std::size_t most) : values_(most) {}

  // The cached value, or the result of `read` where there is none. The reference is valid until the next call.
  template <typename AnyKey, typename Read>
  Value const& get(AnyKey const& key, std::int64_t version, Read const& read) {
    if (version != version_) values_.clear();
    version_ = version;
    if (auto const* known = values_.find(key)) return *known;
    return values_.put(Key(key), read());
  }

 private:
  text::LruCache<Key, Value> values_;
  std::int64_t version_ = -1;
};

}  // namespace quoth::db
