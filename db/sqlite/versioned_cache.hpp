// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace quoth::db {

// A cache of values read from the store, by number. It holds at most `most` values; it is cleared when it is full and
// when the store's version changes.
template <typename Value>
class VersionedCache {
 public:
  explicit VersionedCache(std::size_t most) : most_(most) {}

  // The cached value, or the result of `read` where there is none. The reference is valid until the next call.
  template <typename Read>
  Value const& get(std::int64_t number, std::int64_t version, Read const& read) {
    if (version != version_) values_.clear();
    version_ = version;
    if (auto const known = values_.find(number); known != values_.end()) return known->second;
    if (values_.size() >= most_) values_.clear();
    return values_.emplace(number, read()).first->second;
  }

 private:
  std::size_t most_;
  std::int64_t version_ = -1;
  std::unordered_map<std::int64_t, Value> values_;
};

}  // namespace quoth::db
