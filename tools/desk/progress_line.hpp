// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>

namespace quoth::tools {

// A line on standard error that shows the progress of work of over a second, with the share that is done and the time
// left; nothing if standard error is not a terminal. It leaves the screen before a message and at its end. One at a
// time; messages may come from other threads.
class ProgressLine {
 public:
  ProgressLine();
  ProgressLine(ProgressLine const&) = delete;
  ProgressLine& operator=(ProgressLine const&) = delete;
  ~ProgressLine();

  // Whether it is time to draw it again: not in the first second, and five times a second. Cheap.
  bool is_due() const { return shown_ && Clock::now() >= next_; }
  // `done` is a share, from 0 to 1, or nothing where it cannot be known; `what` says more, such as "120 of 1000 files".
  void draw(std::optional<double> done, std::string const& what);
  // That what is drawn from now on is another step, with a share and a time of its own.
  void next_step() { step_begin_ = Clock::now(); }
  // Takes it off the screen.
  void clear();
  // Since it was made.
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  std::string line_of(std::optional<double> done, std::string const& what) const;

  bool shown_;
  std::atomic<bool> is_on_screen_ = false;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point step_begin_ = begin_;
  Clock::time_point next_;
};

// A duration in words: "3 h 20 min", "12 min", "40 s".
std::string duration_text(std::chrono::seconds time);

}  // namespace quoth::tools
