// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace quoth::text {

// Hashes keys of a cache, a string by a view of it too, without a copy.
struct CacheHash {
  using is_transparent = void;
  std::size_t operator()(std::int64_t number) const noexcept { return std::hash<std::int64_t>{}(number); }
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

// Counts entries: each is of size one.
struct OneEach {
  template <typename Key, typename Value>
  std::size_t operator()(Key const& /*key*/, Value const& /*value*/) const {
    return 1;
  }
};

// An LRU cache (least recently used goes first), approximated by two generations: entries that were not used while the
// newer generation filled up to half of the capacity are dropped together. A hit moves no other entry, and the newest
// one is always kept. `Size` gives the size of an entry, in the unit of the capacity: entries, or bytes. Not safe for
// use by several threads at once.
template <typename Key, typename Value, typename Size = OneEach>
class LruCache {
 public:
  explicit LruCache(std::size_t capacity) : capacity_(capacity) {}

  // Null where the key is not cached. The pointer is valid until the next call of another method.
  template <typename AnyKey>
  Value const* find(AnyKey const& key) {
    if (auto const known = newer_.find(key); known != newer_.end()) return &known->second;
    auto const known = older_.find(key);
    if (known == older_.end()) return nullptr;
    return &counted(newer_.insert(older_.extract(known)).position);
  }
  // Adds an entry, or replaces it. The reference is valid until the next call.
  Value const& put(Key key, Value value) {
    older_.erase(key);
    if (auto const known = newer_.find(key); known != newer_.end()) {
      newer_size_ -= Size()(known->first, known->second);
      newer_.erase(known);
    }
    return counted(newer_.emplace(std::move(key), std::move(value)).first);
  }
  void clear() {
    newer_.clear();
    older_.clear();
    newer_size_ = 0;
  }

 private:
  using Map = std::unordered_map<Key, Value, CacheHash, std::equal_to<>>;

  // Counts the size of an entry that is new in the newer generation. Entries stay where they are in memory when that
  // becomes the older one.
  Value const& counted(typename Map::iterator entry) {
    auto const& value = entry->second;
    newer_size_ += Size()(entry->first, value);
    if (newer_size_ > capacity_ / 2 && newer_.size() > 1) {
      older_ = std::exchange(newer_, {});
      newer_size_ = 0;
    }
    return value;
  }

  std::size_t capacity_;
  Map newer_;
  Map older_;
  std::size_t newer_size_ = 0;
};

}  // namespace quoth::text
