// SPDX-License-Identifier: MIT
#include "db/index/posting_feed.hpp"

#include <utility>

namespace quoth::db {

namespace {
// The most words in the queue; bounds the memory.
constexpr std::size_t most_waiting = 200'000;
}  // namespace

PostingFeed::PostingFeed(PostingRuns& runs)
    : thread_(most_waiting, [&runs](Waiting& next) { add_shingles(next.chunks, next.first_chunk, runs); }) {}

void PostingFeed::add(Chunks&& chunks, std::uint32_t first_chunk) {
  // The pieces point into a text that the caller may release. Only the words are needed here.
  chunks.pieces.clear();
  auto const words = chunks.hashes.size();
  thread_.push({std::move(chunks), first_chunk}, words);
}

void PostingFeed::finish() { thread_.finish(); }

}  // namespace quoth::db
