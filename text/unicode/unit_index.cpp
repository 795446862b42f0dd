// SPDX-License-Identifier: MIT
#include "text/unicode/unit_index.hpp"

#include <algorithm>

namespace quoth::text {

namespace {

constexpr std::size_t apart = 1024;  // bytes from one sample to the next

// UTF-16 writes what has four bytes as a pair.
bool is_pair(char first) { return static_cast<unsigned char>(first) >= 0xF0U; }

}  // namespace

std::size_t bytes_of_code_point(char first) {
  auto const byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1U : byte < 0xE0 ? 2U : byte < 0xF0 ? 3U : 4U;
}

std::size_t units_of_code_point(char first, TextUnit unit) {
  if (unit == TextUnit::byte) return bytes_of_code_point(first);
  return unit == TextUnit::utf16 && is_pair(first) ? 2U : 1U;
}

UnitIndex::UnitIndex(std::string_view text, TextUnit unit) : text_(text), unit_(unit) {
  samples_.reserve(text.size() / apart + 1);
  samples_.push_back(0);
  for (auto at = apart; at <= text.size(); at += apart) samples_.push_back(samples_.back() + count(at - apart, at));
}

std::size_t UnitIndex::count(std::size_t first, std::size_t last) const {
  if (unit_ == TextUnit::byte) return last - first;
  std::size_t units = 0;
  for (auto const byte : text_.substr(first, last - first))
    units += begins_character(byte) + (unit_ == TextUnit::utf16 && is_pair(byte));
  return units;
}

std::size_t UnitIndex::before(std::size_t byte) const {
  auto const sample = std::min(byte, text_.size()) / apart;
  return samples_[sample] + count(sample * apart, std::min(byte, text_.size()));
}

std::size_t UnitIndex::byte_of(std::size_t unit) const {
  auto const end = text_.size();
  if (unit_ == TextUnit::byte) {
    auto at = std::min(unit, end);
    while (at > 0 && at < end && !begins_character(text_[at])) --at;
    return at;
  }
  auto const sample = static_cast<std::size_t>(std::ranges::upper_bound(samples_, unit) - samples_.begin()) - 1;
  auto at = sample * apart;
  // A character that begins before the sample is counted in it.
  while (at < end && !begins_character(text_[at])) ++at;
  for (auto units = samples_[sample]; at < end; at += bytes_of_code_point(text_[at])) {
    units += units_of_code_point(text_[at], unit_);
    if (units > unit) break;
  }
  return std::min(at, end);
}

}  // namespace quoth::text
