// SPDX-License-Identifier: MIT
#include "db/index/posting_feed.hpp"

#include <utility>

namespace quoth::db {

namespace {
// The most sources in the queue; bounds the memory.
constexpr std::size_t most_waiting = 8;
}  // namespace

PostingFeed::PostingFeed(PostingRuns& runs) : runs_(runs), thread_([this] { work(); }) {}

PostingFeed::~PostingFeed() {
  {
    std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void PostingFeed::add(Chunks&& chunks, std::uint32_t first_chunk) {
  // The pieces point into a text that the caller may release. Only the words are needed here.
  chunks.pieces.clear();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || waiting_.size() < most_waiting; });
  rethrow();
  waiting_.push_back({std::move(chunks), first_chunk});
  changed_.notify_all();
}

void PostingFeed::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || (waiting_.empty() && !busy_); });
  rethrow();
}

void PostingFeed::rethrow() {
  if (failure_) std::rethrow_exception(failure_);
}

void PostingFeed::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return stopped_ || !waiting_.empty(); });
    if (stopped_) return;
    auto const next = std::move(waiting_.front());
    waiting_.pop_front();
    busy_ = true;
    lock.unlock();
    std::exception_ptr failure;
    try {
      add_shingles(next.chunks, next.first_chunk, runs_);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    busy_ = false;
    if (failure) failure_ = failure;
    changed_.notify_all();
    if (failure_) return;
  }
}

}  // namespace quoth::db
