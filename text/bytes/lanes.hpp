// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstring>

namespace quoth {

// SIMD vectors of sixteen bytes, which every processor has, as GCC's vector extension gives them.
constexpr std::size_t lanes_bytes = 16;

template <class Number>
struct LanesOf {
  using Type [[gnu::vector_size(lanes_bytes)]] = Number;
};
template <class Number>
using Lanes = typename LanesOf<Number>::Type;

template <class Number>
constexpr std::size_t lane_count = lanes_bytes / sizeof(Number);

template <class Number>
Lanes<Number> load_lanes(Number const* from) {
  Lanes<Number> lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}

template <class Number>
void store_lanes(Lanes<Number> lanes, Number* to) {
  std::memcpy(to, &lanes, sizeof lanes);
}

// The lesser of each pair of elements.
template <class Vector>
Vector least(Vector a, Vector b) {
  return a < b ? a : b;
}

}  // namespace quoth
