// SPDX-License-Identifier: MIT
#include "text/bytes/bounded_lines.hpp"

#include <algorithm>
#include <utility>

#include "quoth/error.hpp"
#include "text/bytes/size_limits.hpp"

namespace quoth::text {

namespace {

// Bytes. What goes on longer is no file of lines, and may have no end, like /dev/zero.
constexpr std::size_t most_passed_over = 1UL << 30U;

}  // namespace

BoundedLines::BoundedLines(std::function<void(std::string&)> read, std::string where, Limits const& limits)
    : read_(std::move(read)), where_(std::move(where)), limits_(limits) {}

bool BoundedLines::fill() {
  at_ = 0;
  read_(piece_);
  return !piece_.empty();
}

void BoundedLines::take(std::string& line, std::size_t last) {
  auto const size = last - at_;
  auto const limit = line_limit(limits_);
  auto const fits = std::min(size, limit - std::min(limit, line.size()));
  line.append(piece_, at_, fits);
  at_ = last;
  passed_over_ += size - fits;
  if (passed_over_ == 0) return;
  if (fault_.empty()) fault_ = line_fault(limits_);
  if (passed_over_ > most_passed_over)
    throw Error(where_ + ":" + std::to_string(number_) + ": " + fault_ + "; its end was not found");
}

bool BoundedLines::next(std::string& line) {
  line.clear();
  fault_.clear();
  passed_over_ = 0;
  if (at_ == piece_.size() && !fill()) return false;
  ++number_;
  do {
    auto const end = piece_.find('\n', at_);
    take(line, std::min(end, piece_.size()));
    if (end == std::string::npos) continue;
    ++at_;
    return true;
  } while (fill());
  return true;
}

void BoundedLines::append_rest(std::string& line) {
  line.push_back('\n');
  while (at_ < piece_.size() || fill()) take(line, piece_.size());
}

std::function<void(std::string&)> pieces_of(std::istream& in, std::string where) {
  return [&in, where = std::move(where)](std::string& piece) {
    constexpr std::streamsize most = 256L * 1024;  // bytes at a time
    piece.clear();
    bool const ends = in.peek() == std::istream::traits_type::eof();
    if (in.bad()) throw Error(where + ": reading failed; check the disk and the file");
    if (ends) return;
    if (auto const there = std::min<std::streamsize>(in.rdbuf()->in_avail(), most); there > 0) {
      piece.resize(static_cast<std::size_t>(there));
      in.read(piece.data(), there);
      piece.resize(static_cast<std::size_t>(in.gcount()));
      return;
    }
    // Standard input that C's stdio shares has no buffer of its own: a line of it is there, or is waited for.
    for (char next = 0; piece.size() < most && next != '\n' && in.get(next);) piece.push_back(next);
  };
}

}  // namespace quoth::text
