// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace quoth::db {

// A cache of values read from the store, by a number or a string. It holds at most `most` values; it is cleared when it
// is full and when the store's version changes.
template <typename Key, typename Value>
class VersionedCache {
 public:
  explicit VersionedCache(std::size_t most) : most_(most) {}

  // The cached value, or the result of `read` where there is none. The reference is valid until the next call.
  template <typename AnyKey, typename Read>
  Value const& get(AnyKey const& key, std::int64_t version, Read const& read) {
    if (version != version_) values_.clear();
    version_ = version;
    if (auto const known = values_.find(key); known != values_.end()) return known->second;
    if (values_.size() >= most_) values_.clear();
    return values_.emplace(Key(key), read()).first->second;
  }

 private:
  // Finds a string by a view of one, without a copy.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::int64_t number) const noexcept { return std::hash<std::int64_t>{}(number); }
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };

  std::size_t most_;
  std::int64_t version_ = -1;
  std::unordered_map<Key, Value, Hash, std::equal_to<>> values_;
};

}  // namespace quoth::db
