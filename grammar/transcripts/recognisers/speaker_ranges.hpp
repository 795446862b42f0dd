// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace quoth::transcripts {

// Who speaks from which second on, for formats that keep words and speakers apart. Sort before the first `at`.
class SpeakerRanges {
 public:
  // `start` in seconds, in any order.
  void add(double start, std::string speaker) { ranges_.push_back({start, std::move(speaker)}); }
  bool empty() const { return ranges_.empty(); }
  void sort() { std::ranges::stable_sort(ranges_, {}, &Range::start); }

  // The speaker at `time`, in seconds; empty before the first range. A word may start up to 0.05 s before its range.
  std::string const& at(double time) const {
    static std::string const nobody;
    constexpr double slack = 0.05;  // seconds
    auto const after = std::ranges::upper_bound(ranges_, time + slack, {}, &Range::start);
    return after == ranges_.begin() ? nobody : std::prev(after)->speaker;
  }

 private:
  struct Range {
    double start = 0;
    std::string speaker;
  };
  std::vector<Range> ranges_;
};

}  // namespace quoth::transcripts
