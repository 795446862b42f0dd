// SPDX-License-Identifier: MIT
#include "db/index/segment_merge.hpp"

#include <algorithm>
#include <utility>

#include "text/threads/parallel_for.hpp"

namespace quoth::db {

namespace {

constexpr std::uint64_t many_postings = 1'000'000;  // from this number of postings on, sorting gets a thread of its own
// Parts of segments of more words than this are written in steps, of about half a million postings each, so that memory
// does not grow with the store.
constexpr std::uint64_t words_of_step = 32'000'000;

// Merges sorted runs that stand one after the other, each up to its end (a bottom-up merge sort).
void merge_runs(std::vector<Posting>& postings, std::vector<std::ptrdiff_t> ends) {
  while (ends.size() > 1) {
    std::vector<std::ptrdiff_t> wider;
    std::ptrdiff_t first = 0;
    for (std::size_t i = 0; i < ends.size(); i += 2) {
      auto const last = ends[std::min(i + 1, ends.size() - 1)];
      std::inplace_merge(postings.begin() + first, postings.begin() + ends[i], postings.begin() + last);
      wider.push_back(last);
      first = last;
    }
    ends.swap(wider);
  }
}

}  // namespace

SegmentMerge::SegmentMerge(Connection& connection, std::int64_t number, ChunkRange chunks, std::vector<bool> live)
    : connection_(connection), chunks_(chunks), live_(std::move(live)), writer_(connection, number, chunks) {}

void SegmentMerge::add(std::int64_t segment, ChunkRange chunks) { drains_.emplace_back(connection_, segment, chunks); }

void SegmentMerge::run(PostingRuns& runs, std::uint64_t words, std::function<void(double)> const& progress) {
  auto const steps = 1 + words / words_of_step;
  std::vector<Posting> added;
  std::vector<Posting> next;
  auto const on_threads = runs.size() > many_postings;
  runs.take(0, added);
  for (std::uint32_t part = 0; part < PostingRuns::parts; ++part) {
    auto const take_next = [&] {
      if (part + 1 < PostingRuns::parts) runs.take(part + 1, next);
    };
    // The next part is sorted while the current one is written.
    if (on_threads) {
      text::parallel_invoke([&] { write_part(part, steps, added); }, take_next);
    } else {
      write_part(part, steps, added);
      take_next();
    }
    added.swap(next);
    if (progress) progress((part + 1.0) / PostingRuns::parts);
  }
  writer_.finish();
  for (auto& drain : drains_) drain.finish();
}

void SegmentMerge::write_part(std::uint32_t part, std::uint64_t steps, std::span<Posting const> fresh) {
  auto const begin = part == 0 ? 0 : PostingRuns::end_of_part(part - 1);
  std::uint64_t const width = PostingRuns::end_of_part(part) - begin;
  for (std::uint64_t step = 1; step <= steps; ++step) {
    auto const end = begin + static_cast<Shingle>(width * step / steps);
    auto const below = static_cast<std::size_t>(std::ranges::lower_bound(fresh, posting(end, 0)) - fresh.begin());
    write_below(end, fresh.first(below));
    fresh = fresh.subspan(below);
  }
}

void SegmentMerge::write_below(Shingle end, std::span<Posting const> fresh) {
  postings_.clear();
  ends_.clear();
  for (auto& drain : drains_) {
    drain.take(end, postings_);
    ends_.push_back(static_cast<std::ptrdiff_t>(postings_.size()));
  }
  postings_.insert(postings_.end(), fresh.begin(), fresh.end());
  ends_.push_back(static_cast<std::ptrdiff_t>(postings_.size()));
  merge_runs(postings_, ends_);
  for (auto const posting : postings_) {
    if (posting < least_ || !live_[chunk_of(posting) - chunks_.first]) continue;
    writer_.add(posting);
    least_ = posting + 1;
  }
}

}  // namespace quoth::db
