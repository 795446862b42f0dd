// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstring>

namespace quoth::text {

// SIMD vectors of sixteen bytes, which every processor has, as GCC's vector extension gives them.
constexpr std::size_t simd_bytes = 16;

template <class Number>
struct SimdOf {
  using Type [[gnu::vector_size(simd_bytes)]] = Number;
};
template <class Number>
using Simd = typename SimdOf<Number>::Type;

template <class Number>
constexpr std::size_t lane_count = simd_bytes / sizeof(Number);

template <class Number>
Simd<Number> load_simd(Number const* from) {
  Simd<Number> vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

template <class Number>
void store_simd(Simd<Number> vector, Number* to) {
  std::memcpy(to, &vector, sizeof vector);
}

// The lesser of each pair of elements.
template <class Vector>
Vector least(Vector a, Vector b) {
  return a < b ? a : b;
}

}  // namespace quoth::text
