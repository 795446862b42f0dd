// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "connection.hpp"
#include "people.hpp"
#include "posting_index.hpp"
#include "quoth/source.hpp"
#include "source_reader.hpp"

namespace quoth {

// What makes two transcripts the same: everything but where and when it was read.
std::int64_t content_digest(Source const& source);

// Writes and removes sources inside the caller's transaction.
class SourceWriter {
 public:
  explicit SourceWriter(Connection& connection) : connection_(connection), people_(connection), index_(connection) {}

  void add(Source const& source, std::int64_t digest);
  void remove(StoredSource const& source);

 private:
  std::int64_t next_chunk();
  std::map<std::string, std::int64_t> add_labels(Source const& source, std::int64_t number);

  Connection& connection_;
  People people_;
  PostingIndex index_;
};

}  // namespace quoth
