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

namespace quoth {

// Adds the shingles of one source after the other to the runs, on a thread of its own, while the caller reads the next.
class PostingFeed {
 public:
  // The runs are not to be used otherwise before `finish`.
  explicit PostingFeed(PostingRuns& runs);
  PostingFeed(PostingFeed const&) = delete;
  PostingFeed& operator=(PostingFeed const&) = delete;
  // Leaves out what still waits.
  ~PostingFeed();

  // Waits where many wait already. Throws what the thread met, here or in `finish`; the runs are then no longer whole.
  void add(Chunks&& chunks, std::uint32_t first_chunk);
  // Returns when all are added.
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

}  // namespace quoth
