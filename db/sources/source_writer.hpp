// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "db/index/chunk.hpp"
#include "db/index/posting_feed.hpp"
#include "db/index/posting_index.hpp"
#include "db/sources/people.hpp"
#include "db/sources/rulings.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/source.hpp"

namespace quoth {

// What makes two transcripts the same: everything but where and when it was read.
std::int64_t content_digest(Source const& source);

// Writes and removes sources inside the caller's transaction. In a bulk, texts and postings are set aside until
// `flush`: until then the transaction writes little, so that it keeps no reader waiting.
class SourceWriter {
 public:
  explicit SourceWriter(Connection& connection)
      : connection_(connection),
        people_(connection),
        rulings_(connection, people_),
        index_(connection),
        runs_(connection.file().has_parent_path() ? connection.file().parent_path() : ".") {}

  void begin_bulk();
  void add(Source const& source, std::int64_t digest);
  void remove(StoredSource const& source);
  // Writes what was set aside; needed after every `add` or `remove`.
  void flush();
  // Forgets what was set aside.
  void abandon();

  // Words set aside.
  std::uint64_t waiting() const { return words_; }
  // What was set aside is no longer whole: the transaction must be given up.
  bool broken() const { return broken_; }

 private:
  std::map<std::string, std::int64_t> add_labels(Source const& source, std::int64_t number);
  void add_printed_lines(Source const& source, Chunks const& chunks, std::int64_t number);
  void add_passages(Source const& source, Chunks const& chunks, std::uint32_t first_chunk,
                    std::map<std::string, std::int64_t> const& labels);

  Connection& connection_;
  StoredPeople people_;
  Rulings rulings_;
  PostingIndex index_;
  PostingRuns runs_;
  std::optional<PostingFeed> feed_;  // of a bulk
  ChunkRange chunks_;                // of what was set aside
  std::uint64_t words_ = 0;
  bool bulk_ = false;
  bool broken_ = false;
};

}  // namespace quoth
