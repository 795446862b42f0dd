// SPDX-License-Identifier: MIT
#include "shingle.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace quoth {

namespace {

// A shingle's number: its length in the top two of 26 bits, then a hash. Two shingles in the same number do no harm:
// an answer is always read in the text.
constexpr int hash_bits = 24;

// The first byte lowest, on every machine.
template <typename Number>
std::uint64_t number_at(char const* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  if constexpr (std::endian::native == std::endian::big && sizeof number == 8) number = __builtin_bswap64(number);
  if constexpr (std::endian::native == std::endian::big && sizeof number == 4) number = __builtin_bswap32(number);
  return number;
}

// One to seven bytes as a number, without a loop: the reads overlap.
std::uint64_t last_bytes(char const* bytes, std::size_t count) {
  auto const shifted = [&](std::uint64_t value, std::size_t place) { return value << (8 * place); };
  if (count >= 4)
    return number_at<std::uint32_t>(bytes) | shifted(number_at<std::uint32_t>(bytes + count - 4), count - 4);
  return number_at<std::uint8_t>(bytes) | shifted(number_at<std::uint8_t>(bytes + count / 2), count / 2) |
         shifted(number_at<std::uint8_t>(bytes + count - 1), count - 1);
}

// Eight bytes at a time.
std::uint64_t hash_key(std::string_view key) {
  std::uint64_t hash = key.size();
  auto const add = [&](std::uint64_t bytes) {
    hash = (hash ^ bytes) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 32;
  };
  for (; key.size() >= sizeof hash; key.remove_prefix(sizeof hash)) add(number_at<std::uint64_t>(key.data()));
  if (!key.empty()) add(last_bytes(key.data(), key.size()));
  return hash;
}

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93U;
  x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93U;
  return x ^ (x >> 32);
}

Shingle number(std::uint32_t length, std::uint64_t hash) {
  return (length - 1) << hash_bits | static_cast<Shingle>(hash >> (64 - hash_bits));
}

}  // namespace

std::vector<ByteSpan> remarks_in(std::string_view utf8) {
  if (utf8.find('(') == std::string_view::npos && utf8.find('[') == std::string_view::npos) return {};
  return stage_directions(utf8);
}

void hash_words(WordList const& words, std::vector<ByteSpan> const& remarks, std::uint32_t from, std::uint32_t to,
                std::uint32_t first, std::vector<HashedWord>& out) {
  auto remark = remarks.begin();
  for (auto i = from; i < to; ++i) {
    while (remark != remarks.end() && remark->last <= words[i].first) ++remark;
    if (remark != remarks.end() && remark->first <= words[i].first) continue;
    out.push_back({hash_key(words.key(i)), first + (i - from), words[i].first});
  }
}

void hash_words(std::string_view utf8, std::uint32_t first, std::vector<HashedWord>& out) {
  thread_local WordList words;
  split_words(utf8, words);
  hash_words(words, remarks_in(utf8), 0, static_cast<std::uint32_t>(words.size()), first, out);
}

Shingle shingle(std::uint64_t a) { return number(1, mix(a)); }
Shingle shingle(std::uint64_t a, std::uint64_t b) { return number(2, mix(mix(a) + b)); }
Shingle shingle(std::uint64_t a, std::uint64_t b, std::uint64_t c) { return number(3, mix(mix(mix(a) + b) + c)); }

}  // namespace quoth
