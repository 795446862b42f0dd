// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace quoth {

// What was read from the store, by number: so many values at most, and none of an earlier version of it.
template <typename Value>
class Remembered {
 public:
  explicit Remembered(std::size_t most) : most_(most) {}

  // The value of that number, which `read` gives where it is not known. Stays where it is until the next call.
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

}  // namespace quoth
