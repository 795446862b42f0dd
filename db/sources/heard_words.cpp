// SPDX-License-Identifier: MIT
#include "db/sources/heard_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace quoth::db {

namespace {

constexpr unsigned has_times = 1;
constexpr unsigned has_confidences = 2;
constexpr std::uint64_t no_time = 0;
constexpr std::uint64_t is_earlier = 1;
constexpr std::uint64_t later_by_none = 2;
constexpr double per_second = 100;
constexpr double most_seconds = 1e7;
constexpr std::int64_t most_hundredths = 1'000'000'000;
constexpr double levels = 254;  // of confidence

std::optional<std::int64_t> hundredths(HeardWord const& word) {
  if (!word.start || std::isnan(*word.start)) return std::nullopt;
  return std::llround(std::clamp(*word.start, 0.0, most_seconds) * per_second);
}

char level(HeardWord const& word) {
  if (!word.confidence || std::isnan(*word.confidence)) return 0;
  return static_cast<char>(1 + std::lround(std::clamp(*word.confidence, 0.0, 1.0) * levels));
}

void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) out += static_cast<char>(value | 0x80U);
  out += static_cast<char>(value);
}

// Reads what may be damaged: past the end, and of numbers that are too long, it reads zeros and is no longer good.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  bool is_good() const { return is_good_; }
  void fail() { is_good_ = false; }
  std::size_t left() const { return bytes_.size() - at_; }

  unsigned byte() {
    if (left() == 0) is_good_ = false;
    return is_good_ ? static_cast<unsigned char>(bytes_[at_++]) : 0;
  }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < longest_varint; shift += 7) {
      auto const next = byte();
      value |= std::uint64_t{next & 0x7FU} << shift;
      if (next < 0x80) return value;
    }
    is_good_ = false;
    return 0;
  }

 private:
  static constexpr unsigned longest_varint = 42;  // bits, more than the times have

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_good_ = true;
};

void read_times(ByteReader& reader, std::vector<HeardWord>& words) {
  std::int64_t time = 0;
  for (auto& word : words) {
    auto const code = reader.varint();
    if (code == no_time) continue;
    time += code == is_earlier ? -static_cast<std::int64_t>(reader.varint())
                               : static_cast<std::int64_t>(code - later_by_none);
    if (time < 0 || time > most_hundredths) return reader.fail();
    word.start = static_cast<double>(time) / per_second;
  }
}

void read_confidences(ByteReader& reader, std::vector<HeardWord>& words) {
  for (auto& word : words)
    if (auto const level = reader.byte(); level > 0) word.confidence = (level - 1) / levels;
}

}  // namespace

WordsOfPart words_within(std::span<ByteSpan const> words, ByteSpan part) {
  auto const first = std::ranges::upper_bound(words, part.first, {}, &ByteSpan::last);
  auto const last = std::ranges::lower_bound(first, words.end(), part.last, {}, &ByteSpan::first);
  return {first - words.begin(), last - words.begin()};
}

ByteSpan part_of(std::string_view text, std::string_view part) {
  auto const first = static_cast<std::uint32_t>(part.data() - text.data());
  return {first, first + static_cast<std::uint32_t>(part.size())};
}

bool any_heard(std::span<HeardWord const> words) {
  return std::ranges::any_of(words, [](HeardWord const& word) { return word.start || word.confidence; });
}

std::string pack_heard(std::span<HeardWord const> words) {
  std::string packed;
  append_varint(packed, words.size());
  auto const with = [&](auto member, unsigned flag) {
    return std::ranges::any_of(words, [&](auto const& word) { return (word.*member).has_value(); }) ? flag : 0;
  };
  auto const parts = with(&HeardWord::start, has_times) | with(&HeardWord::confidence, has_confidences);
  packed += static_cast<char>(parts);
  std::int64_t last = 0;
  for (auto const& word : words) {
    if ((parts & has_times) == 0) break;
    auto const time = hundredths(word);
    if (!time) {
      append_varint(packed, no_time);
      continue;
    }
    if (*time < last) {
      append_varint(packed, is_earlier);
      append_varint(packed, static_cast<std::uint64_t>(last - *time));
    } else {
      append_varint(packed, static_cast<std::uint64_t>(*time - last) + later_by_none);
    }
    last = *time;
  }
  if ((parts & has_confidences) != 0)
    for (auto const& word : words) packed += level(word);
  return packed;
}

std::optional<std::vector<HeardWord>> unpack_heard(std::string_view packed) {
  ByteReader reader(packed);
  auto const count = reader.varint();
  auto const parts = reader.byte();
  if (parts == 0 || parts > (has_times | has_confidences)) return std::nullopt;
  if (count == 0 || count > reader.left()) return std::nullopt;  // a word has a byte, at least
  std::vector<HeardWord> words(count);
  if ((parts & has_times) != 0) read_times(reader, words);
  if ((parts & has_confidences) != 0) read_confidences(reader, words);
  if (!reader.is_good() || reader.left() > 0) return std::nullopt;
  return words;
}

}  // namespace quoth::db
