// SPDX-License-Identifier: MIT
#include "text/words/word_hashes.hpp"

#include <algorithm>
#include <limits>

#include "text/bytes/hash.hpp"
#include "text/bytes/little_endian.hpp"
#include "text/words/word_scanner.hpp"

namespace quoth::text {

namespace {

// Hashes a key eight bytes at a time: xor, multiply by 2^64 over the golden ratio (Fibonacci hashing), fold the high
// half down.
class KeyHash {
 public:
  explicit KeyHash(std::size_t bytes) : hash_(bytes) {}

  void add(std::uint64_t eight) {
    hash_ = (hash_ ^ eight) * golden_multiplier;
    hash_ ^= hash_ >> 32;
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_;
};

// The first `count` (one to eight) of eight bytes, the others zero.
std::uint64_t first_of(std::uint64_t eight, std::size_t count) { return eight & ~std::uint64_t{0} >> (64 - 8 * count); }

// A sink of WordScanner: hashes the words without storing their keys.
class HashWriter {
 public:
  HashWriter(std::uint32_t number, std::vector<HashedWord>& words, std::size_t enough)
      : number_(number), words_(words), enough_(enough) {}

  bool full() const { return words_.size() >= enough_; }

  // Lower case sets bit 5 of A to Z; that bit of ' is set already.
  void plain(std::uint32_t first, std::uint32_t, char const* chars, std::size_t count) {
    constexpr std::uint64_t fold = 0x2020202020202020U;
    KeyHash hash(count);
    for (; count > sizeof fold; chars += sizeof fold, count -= sizeof fold) hash.add(load_le64(chars) | fold);
    hash.add(first_of(load_le64(chars) | fold, count));
    add(hash.value(), first);
  }

  void other(std::uint32_t first, std::uint32_t, std::string_view key) { add(hash_key(key), first); }

 private:
  void add(std::uint64_t hash, std::uint32_t first) { words_.push_back({hash, number_++, first}); }

  std::uint32_t number_;
  std::vector<HashedWord>& words_;
  std::size_t enough_;
};

}  // namespace

std::uint64_t hash_key(std::string_view key) {
  KeyHash hash(key.size());
  for (; key.size() >= sizeof(std::uint64_t); key.remove_prefix(sizeof(std::uint64_t))) hash.add(load_le64(key.data()));
  if (!key.empty()) {
    std::array<char, sizeof(std::uint64_t)> last{};
    key.copy(last.data(), last.size());
    hash.add(load_le64(last.data()));
  }
  return hash.value();
}

void hash_words(std::string_view utf8, std::uint32_t first, std::vector<HashedWord>& out) {
  HashWriter writer(first, out, std::numeric_limits<std::size_t>::max());
  WordScanner(utf8, writer).scan();
}

std::size_t hash_some_words(std::string_view utf8, std::size_t at, std::uint32_t first, std::size_t count,
                            std::vector<HashedWord>& out) {
  HashWriter writer(first, out, out.size() + count);
  WordScanner scanner(utf8, writer, at);
  scanner.scan();
  return std::min(scanner.at(), utf8.size());
}

}  // namespace quoth::text
