// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

#include "tools/audit/audit_run.hpp"

namespace quoth::tools {

// A line on standard error that shows the progress of an audit; nothing if standard error is not a terminal.
class ProgressLine {
 public:
  ProgressLine(AuditProgress const& progress, std::uint64_t bytes);
  ProgressLine(ProgressLine const&) = delete;
  ProgressLine& operator=(ProgressLine const&) = delete;
  ~ProgressLine() { clear(); }

  void draw();
  void clear();

 private:
  AuditProgress const& progress_;
  std::uint64_t bytes_;
  bool shown_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

// A duration in words: "3 h 20 min", "12 min", "40 s".
std::string duration_text(std::chrono::seconds time);

}  // namespace quoth::tools
