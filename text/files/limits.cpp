// SPDX-License-Identifier: MIT
#include "quoth/limits.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <limits>
#include <optional>

#include "quoth/error.hpp"

namespace quoth {

namespace {

std::size_t* limit_named(Limits& limits, std::string_view name) {
  if (name == "bytes") return &limits.bytes;
  if (name == "unpacked") return &limits.unpacked;
  if (name == "line") return &limits.line;
  if (name == "depth") return &limits.depth;
  if (name == "seconds") return &limits.seconds;
  if (name == "entries") return &limits.entries;
  if (name == "ratio") return &limits.ratio;
  return nullptr;
}

std::optional<std::size_t> amount(std::string_view text) {
  std::size_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  auto const unit = std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end));
  auto const shift = unit.empty() ? 0U : unit == "K" ? 10U : unit == "M" ? 20U : unit == "G" ? 30U : 64U;
  if (error != std::errc{} || shift == 64 || value == 0 || value > std::numeric_limits<std::size_t>::max() >> shift) {
    return std::nullopt;
  }
  return value << shift;
}

// Thirty years, which is no limit, and which a clock of nanoseconds can still count.
constexpr std::size_t most_seconds = 1'000'000'000;

std::chrono::nanoseconds processor_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace

void set_limit(Limits& limits, std::string_view setting) {
  auto const equals = setting.find('=');
  auto* limit = equals == setting.npos ? nullptr : limit_named(limits, setting.substr(0, equals));
  auto const value = limit == nullptr ? std::nullopt : amount(setting.substr(equals + 1));
  if (!value) {
    throw Error("--limit \"" + std::string(setting) +
                "\": write bytes, unpacked, line, depth, seconds, entries or ratio and a number, such as bytes=2G");
  }
  *limit = *value;
}

Deadline::Deadline(Limits const& limits)
    : seconds_(limits.seconds), end_(processor_time() + std::chrono::seconds(std::min(limits.seconds, most_seconds))) {}

bool Deadline::passed() const { return processor_time() > end_; }

void Deadline::check(std::string_view where) const {
  if (!passed()) return;
  throw Error(std::string(where) + ": takes over " + std::to_string(seconds_) +
              " seconds to read; allow more with --limit seconds=…");
}

}  // namespace quoth
