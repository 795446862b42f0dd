// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "db/index/chunk.hpp"
#include "db/index/posting_feed.hpp"
#include "db/index/posting_index.hpp"
#include "db/index/posting_runs.hpp"
#include "db/sources/people.hpp"
#include "db/sources/rulings.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sqlite/connection.hpp"
#include "quoth/source.hpp"

namespace quoth::db {

// A digest of everything in a source except where it was read from: sources with the same digest are the same.
// Digests are stored, so this must not change.
std::int64_t content_digest(Source const& source);

// Writes and removes sources within a transaction of the caller. In bulk mode, texts and postings are set aside until
// `flush`, so that the transaction writes little before it and readers are not blocked for long.
class SourceWriter {
 public:
  explicit SourceWriter(Connection& connection)
      : connection_(connection),
        people_(connection),
        rulings_(connection, people_),
        index_(connection),
        runs_(connection.file().has_parent_path() ? connection.file().parent_path() : ".") {}

  // Starts bulk mode.
  void begin_bulk();
  // Adds a source; `digest` is its content_digest. Throws StoreError where the store has no room for more chunks.
  void add(Source const& source, std::int64_t digest);
  // Removes a source and the speakers that no other source names.
  void remove(StoredSource const& source);
  // Writes what was set aside. Must be called after the last `add` or `remove`, before the commit. Ends bulk mode. With
  // Merge::later, which only a bulk that goes on with the next call may say, the last one merges.
  void flush(PostingIndex::Merge merge = PostingIndex::Merge::now);
  // Discards what was set aside, and ends bulk mode.
  void abandon();

  // The number of words set aside.
  std::uint64_t waiting() const { return words_; }
  // Whether an `add` failed halfway, so that what was set aside is incomplete: the transaction must be rolled back.
  bool broken() const { return broken_; }

 private:
  std::map<std::string, std::int64_t> add_labels(Source const& source, std::int64_t number);
  void add_printed_lines(Source const& source, Chunks const& chunks, std::int64_t number);
  void add_headings(Source const& source, std::int64_t number);
  void add_heard_words(Source const& source, Chunks const& chunks, std::uint32_t first_chunk);
  void add_passages(Source const& source, Chunks const& chunks, std::uint32_t first_chunk,
                    std::map<std::string, std::int64_t> const& labels);

  Connection& connection_;
  StoredPeople people_;
  Rulings rulings_;
  PostingIndex index_;
  PostingRuns runs_;
  std::optional<PostingFeed> feed_;  // in bulk mode
  ChunkRange chunks_;                // chunks whose postings are set aside
  std::uint64_t words_ = 0;
  bool bulk_ = false;
  bool broken_ = false;
};

}  // namespace quoth::db
