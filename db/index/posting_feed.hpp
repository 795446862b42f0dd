// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "db/index/chunk.hpp"
#include "db/index/posting_runs.hpp"

namespace quoth::db {

// Adds the shingles of sources to the runs, in order, on a thread of its own, while the caller reads the next source.
class PostingFeed {
 public:
  // Nothing else may use the runs until `finish` has returned.
  explicit PostingFeed(PostingRuns& runs);
  PostingFeed(PostingFeed const&) = delete;
  PostingFeed& operator=(PostingFeed const&) = delete;
  // Discards the sources still in the queue and joins the thread.
  ~PostingFeed();

  // Queues a source; blocks while the queue is full. Rethrows an exception of the thread, here or in `finish`; the runs
  // are then incomplete and must be discarded.
  void add(Chunks&& chunks, std::uint32_t first_chunk);
  // Blocks until all queued sources are added.
  void finish();

 private:
  struct Waiting {
    Chunks chunks;
    std::uint32_t first_chunk = 0;
  };

  void work();
  void rethrow();

  PostingRuns& runs_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  std::exception_ptr failure_;
  bool busy_ = false;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace quoth::db
