// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "connection.hpp"
#include "shingle.hpp"

namespace quoth {

struct Posting {
  Shingle shingle = 0;
  std::uint32_t chunk = 0;
  friend auto operator<=>(Posting const&, Posting const&) = default;
};

// In which chunks a shingle stands.
class PostingIndex {
 public:
  explicit PostingIndex(Connection& connection) : connection_(connection) {}

  void add(std::vector<Posting> postings);
  void remove(std::int64_t first_chunk, std::int64_t last_chunk);
  // The chunks, rising, at most `most` of them. False where there are more.
  bool read(Shingle shingle, std::size_t most, std::vector<std::uint32_t>& chunks) const;

 private:
  Connection& connection_;
};

}  // namespace quoth
