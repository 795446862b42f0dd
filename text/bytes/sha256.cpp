// SPDX-License-Identifier: MIT
#include "text/bytes/sha256.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>

#include <cstring>
#endif

namespace quoth::text {

namespace {

#ifdef __x86_64__

constexpr std::size_t block_size = 64;  // bytes
constexpr std::size_t size_size = 8;    // bytes of the message's size, at its end

// FIPS 180-4, 4.2.2 and 5.3.3.
alignas(16) constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
constexpr std::array<std::uint32_t, 8> first_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

bool has_sha_instructions() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  bool const has_sse = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0;
  constexpr unsigned more_features = 7;
  return has_sse && __get_cpuid_count(more_features, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

__m128i vector_at(void const* bytes) { return _mm_loadu_si128(static_cast<__m128i const*>(bytes)); }

// Intel's "New Instructions Supporting the Secure Hash Algorithm" (2013): two registers hold the state as ABEF and
// CDGH, and each of 16 steps makes four rounds.
[[gnu::target("sha,sse4.1,ssse3")]] void add_blocks(std::array<std::uint32_t, 8>& state, char const* bytes,
                                                    std::size_t blocks) {
  constexpr int swap_pairs = 0xB1;
  constexpr int reverse = 0x1B;
  constexpr int upper_half = 0xF0;
  constexpr int upper_first = 0x0E;
  auto const big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  auto const cdab = _mm_shuffle_epi32(vector_at(&state[0]), swap_pairs);
  auto const efgh = _mm_shuffle_epi32(vector_at(&state[4]), reverse);
  auto abef = _mm_alignr_epi8(cdab, efgh, 8);
  auto cdgh = _mm_blend_epi16(efgh, cdab, upper_half);
  for (; blocks > 0; --blocks, bytes += block_size) {
    auto const abef_before = abef;
    auto const cdgh_before = cdgh;
    __m128i words[4];
    for (std::size_t i = 0; i < 4; ++i) words[i] = _mm_shuffle_epi8(vector_at(bytes + 16 * i), big_endian);
#pragma GCC unroll 16
    for (std::size_t step = 0; step < 16; ++step) {
      auto& now = words[step % 4];
      auto const sum = _mm_add_epi32(now, vector_at(&round_constants[4 * step]));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, upper_first));
      // The words of four steps on.
      auto const third = words[(step + 3) % 4];
      auto const later = _mm_alignr_epi8(third, words[(step + 2) % 4], 4);
      now = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(now, words[(step + 1) % 4]), later), third);
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  auto const feba = _mm_shuffle_epi32(abef, reverse);
  auto const dchg = _mm_shuffle_epi32(cdgh, swap_pairs);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(&state[0]), _mm_blend_epi16(feba, dchg, upper_half));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(&state[4]), _mm_alignr_epi8(dchg, feba, 8));
}

std::string digest_by_instructions(std::string_view bytes) {
  constexpr unsigned bits_a_byte = 8;
  auto state = first_state;
  auto const whole = bytes.size() / block_size;
  add_blocks(state, bytes.data(), whole);
  // The rest with the padding: a set bit, zeros, and the size in bits.
  std::array<char, 2 * block_size> end{};
  auto const rest = bytes.substr(whole * block_size);
  if (!rest.empty()) std::memcpy(end.data(), rest.data(), rest.size());
  end.at(rest.size()) = '\x80';
  auto const blocks = rest.size() + 1 + size_size <= block_size ? 1U : 2U;
  auto bits = std::uint64_t{bytes.size()} * bits_a_byte;
  for (auto at = blocks * block_size; bits != 0; bits >>= bits_a_byte) end.at(--at) = static_cast<char>(bits);
  add_blocks(state, end.data(), blocks);
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string digest;
  for (auto const word : state) {
    for (int shift = 28; shift >= 0; shift -= 4) digest += digits[(word >> static_cast<unsigned>(shift)) & 0xFU];
  }
  return digest;
}

#endif

}  // namespace

std::string sha256(std::string_view bytes) {
#ifdef __x86_64__
  static bool const has_instructions = has_sha_instructions();
  if (has_instructions) return digest_by_instructions(bytes);
#endif
  return sha256_reference(bytes);
}

std::string sha256_reference(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
  SHA256Data(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size(), digits.data());
  return digits.data();
}

}  // namespace quoth::text
