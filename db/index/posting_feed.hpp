// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "db/index/chunk.hpp"
#include "db/index/posting_runs.hpp"
#include "text/threads/consumer_thread.hpp"

namespace quoth::db {

// Adds the shingles of sources to the runs, in order, on a thread of its own, while the caller reads the next source.
class PostingFeed {
 public:
  // Nothing else may use the runs until `finish` has returned.
  explicit PostingFeed(PostingRuns& runs);

  // Queues a source; blocks while the queue is full. Rethrows an exception of the thread, here or in `finish`; the runs
  // are then incomplete and must be discarded.
  void add(Chunks&& chunks, std::uint32_t first_chunk);
  // Blocks until all queued sources are added. None may be added afterwards. Without it the destructor discards the
  // sources still in the queue.
  void finish();

 private:
  struct Waiting {
    Chunks chunks;
    std::uint32_t first_chunk = 0;
  };

  text::ConsumerThread<Waiting> thread_;
};

}  // namespace quoth::db
