// SPDX-License-Identifier: MIT
#include "tools/sources/ingest_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <utility>

namespace quoth::tools {

IngestProgress::IngestProgress(std::vector<std::uint64_t> sizes, std::string work)
    : costs_(std::move(sizes)), work_(std::move(work)) {
  constexpr std::uint64_t of_opening = 4096;  // what opening a file takes besides its bytes
  for (auto& cost : costs_) all_ += cost += of_opening;
}

void IngestProgress::next_file() {
  done_ += cost_;
  cost_ = costs_.at(number_++);
  show(0);
}

void IngestProgress::next_source(std::uint64_t read) {
  ++sources_;
  show(read);
}

void IngestProgress::next_source(std::istream& in) {
  ++sources_;
  if (line_.is_due()) show(static_cast<std::uint64_t>(std::max<std::streamoff>(in.tellg(), 0)));
}

void IngestProgress::index() {
  if (line_.seconds() > 1) line_.draw(share(cost_), counts() + ", writing the index");
}

double IngestProgress::share(std::uint64_t read) const {
  return static_cast<double>(done_ + std::min(read, cost_)) / static_cast<double>(std::max<std::uint64_t>(all_, 1));
}

std::string IngestProgress::counts() const {
  auto const rate = static_cast<double>(sources_) / std::max(line_.seconds(), 0.1);
  return fmt::format("{}{}file {} of {}, {} sources, {:.0f} a second", work_, work_.empty() ? "" : ": ", number_,
                     costs_.size(), sources_, rate);
}

void IngestProgress::show(std::uint64_t read) {
  if (line_.is_due()) line_.draw(share(read), counts());
}

}  // namespace quoth::tools
