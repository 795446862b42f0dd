// SPDX-License-Identifier: MIT
#include "db/sources/heard_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "db/sources/rice_list.hpp"

namespace quoth::db {

namespace {

constexpr unsigned has_times = 1;
constexpr unsigned has_confidences = 2;
constexpr std::uint32_t no_time = 0;
constexpr std::uint32_t is_earlier = 1;
constexpr std::uint32_t later_by_none = 2;
constexpr std::uint32_t no_confidence = 255;
constexpr unsigned longest_varint = 5;                     // bytes
constexpr std::size_t most_words = std::size_t{1} << 23U;  // as no text of SQLite's 16 MiB has more
constexpr double per_second = 100;
constexpr double most_seconds = 1e7;
constexpr std::int64_t most_hundredths = 1'000'000'000;
constexpr double levels = 254;  // of confidence

std::optional<std::int64_t> hundredths(HeardWord const& word) {
  if (!word.start || std::isnan(*word.start)) return std::nullopt;
  return std::llround(std::clamp(*word.start, 0.0, most_seconds) * per_second);
}

std::uint32_t doubt(HeardWord const& word) {
  if (!word.confidence || std::isnan(*word.confidence)) return no_confidence;
  return static_cast<std::uint32_t>(std::lround((1 - std::clamp(*word.confidence, 0.0, 1.0)) * levels));
}

void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7U) out += static_cast<char>(value | 0x80U);
  out += static_cast<char>(value);
}

// Takes a varint off; nothing where it is too long or has no end.
std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < longest_varint && i < bytes.size(); ++i) {
    auto const next = static_cast<unsigned char>(bytes[i]);
    value |= std::uint64_t{next & 0x7FU} << 7 * i;
    if (next >= 0x80) continue;
    bytes.remove_prefix(i + 1);
    return value;
  }
  return std::nullopt;
}

void append_times(std::string& out, std::span<HeardWord const> words) {
  std::vector<std::uint32_t> codes;
  std::vector<std::uint32_t> earlier;
  std::optional<std::int64_t> first;
  std::int64_t last = 0;
  for (auto const& word : words) {
    auto const time = hundredths(word);
    if (!first && time) first = last = *time;
    if (!time) {
      codes.push_back(no_time);
    } else if (*time < last) {
      codes.push_back(is_earlier);
      earlier.push_back(static_cast<std::uint32_t>(last - *time));
    } else {
      codes.push_back(static_cast<std::uint32_t>(*time - last) + later_by_none);
    }
    last = time.value_or(last);
  }
  append_varint(out, static_cast<std::uint64_t>(first.value_or(0)));
  append_rice_list(out, codes);
  if (!earlier.empty()) append_rice_list(out, earlier);
}

void append_confidences(std::string& out, std::span<HeardWord const> words) {
  std::vector<std::uint32_t> codes;
  for (auto const& word : words) codes.push_back(doubt(word));
  append_rice_list(out, codes);
}

// Both take off what they read, and give false where it is damaged. `codes` is room for a number a word.
bool take_times(std::string_view& bytes, std::span<std::uint32_t> codes, std::vector<HeardWord>& words) {
  auto const first = take_varint(bytes);
  if (!first || *first > most_hundredths || !take_rice_list(bytes, codes)) return false;
  std::vector<std::uint32_t> earlier(static_cast<std::size_t>(std::ranges::count(codes, is_earlier)));
  if (!earlier.empty() && !take_rice_list(bytes, earlier)) return false;
  auto next_earlier = earlier.begin();
  auto time = static_cast<std::int64_t>(*first);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (codes[i] == no_time) continue;
    time += codes[i] == is_earlier ? -std::int64_t{*next_earlier++} : std::int64_t{codes[i] - later_by_none};
    if (time < 0 || time > most_hundredths) return false;
    words[i].start = static_cast<double>(time) / per_second;
  }
  return true;
}

bool take_confidences(std::string_view& bytes, std::span<std::uint32_t> codes, std::vector<HeardWord>& words) {
  if (!take_rice_list(bytes, codes)) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (codes[i] > no_confidence) return false;
    if (codes[i] < no_confidence) words[i].confidence = 1 - codes[i] / levels;
  }
  return true;
}

}  // namespace

WordsOfPart words_within(std::span<ByteSpan const> words, ByteSpan part) {
  auto const first = std::ranges::upper_bound(words, part.first, {}, &ByteSpan::last);
  auto const last = std::ranges::lower_bound(first, words.end(), part.last, {}, &ByteSpan::first);
  return {static_cast<std::size_t>(first - words.begin()), static_cast<std::size_t>(last - first)};
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
  if ((parts & has_times) != 0) append_times(packed, words);
  if ((parts & has_confidences) != 0) append_confidences(packed, words);
  return packed;
}

std::optional<std::vector<HeardWord>> unpack_heard(std::string_view packed) {
  auto const count = take_varint(packed);
  if (!count || packed.empty()) return std::nullopt;
  auto const parts = static_cast<unsigned char>(packed.front());
  packed.remove_prefix(1);
  if (parts == 0 || parts > (has_times | has_confidences)) return std::nullopt;
  if (*count == 0 || *count > std::min(8 * packed.size(), most_words)) return std::nullopt;  // a word has a bit or more
  std::vector<HeardWord> words(*count);
  std::vector<std::uint32_t> codes(*count);
  if ((parts & has_times) != 0 && !take_times(packed, codes, words)) return std::nullopt;
  if ((parts & has_confidences) != 0 && !take_confidences(packed, codes, words)) return std::nullopt;
  if (!packed.empty()) return std::nullopt;
  return words;
}

}  // namespace quoth::db
