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

// Eight bytes at a time, the first byte lowest on every machine.
std::uint64_t hash_key(std::string_view key) {
  std::uint64_t hash = key.size();
  while (!key.empty()) {
    std::uint64_t bytes = 0;
    auto const taken = std::min(key.size(), sizeof bytes);
    std::memcpy(&bytes, key.data(), taken);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    hash = (hash ^ bytes) * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 32;
    key.remove_prefix(taken);
  }
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
