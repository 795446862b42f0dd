// SPDX-License-Identifier: MIT
#include "db/search/edit_distance.hpp"

#include <algorithm>
#include <limits>

#include "text/bytes/simd.hpp"

namespace quoth::db {

namespace {

// A cost greater than that of any alignment of a query of `words` words.
constexpr std::size_t beyond(std::size_t words) { return words * EditDistance::word + EditDistance::jump; }

template <class Cost>
constexpr bool can_hold(std::size_t words) {
  return beyond(words) <= static_cast<std::size_t>(std::numeric_limits<Cost>::max());
}

}  // namespace

template <class Cost>
void EditDistance::Steps<Cost>::begin(std::span<std::uint16_t const> query_words,
                                      std::span<std::uint16_t const> text_words) {
  constexpr auto no_word = std::numeric_limits<Cost>::max();
  auto const size = query_words.size();
  auto const width = (size + text::lane_count<Cost> - 1) / text::lane_count<Cost> * text::lane_count<Cost>;
  aligned.resize(width + 1);
  for (std::size_t i = 0; i <= width; ++i) aligned[i] = static_cast<Cost>(i * word);
  kept = aligned;
  next.assign(width + 1, 0);
  next_kept.assign(width + 1, 0);
  passing.assign(width, static_cast<Cost>(beyond(size)));
  query.assign(width, no_word);
  std::ranges::transform(query_words, query.begin(), [](auto number) { return static_cast<Cost>(number); });
  text.assign(width + text_words.size() + width, no_word);
  std::ranges::transform(text_words, text.rbegin() + static_cast<std::ptrdiff_t>(width),
                         [&](auto number) { return number < size ? static_cast<Cost>(number) : no_word; });
}

template <class Cost>
std::uint32_t EditDistance::Steps<Cost>::measure(std::span<std::uint16_t const> query_words,
                                                 std::span<std::uint16_t const> text_words) {
  begin(query_words, text_words);
  auto const size = query_words.size();
  auto const width = passing.size();
  constexpr text::Simd<Cost> no_way = text::Simd<Cost>{} + std::numeric_limits<Cost>::max();
  auto* here = aligned.data();
  auto* there = next.data();
  auto* through = kept.data();
  auto* next_through = next_kept.data();
  auto* pass = passing.data();
  auto const* wanted = query.data();
  auto const* words = text.data() + width + text_words.size();
  for (auto steps = text_words.size() + size; steps > 0; --steps, --words) {
    for (std::size_t k = 0; k < width; k += text::lane_count<Cost>) {
      auto const shorter = text::load_simd(through + k);
      auto const same = text::load_simd(here + k + 1);
      auto const passed = text::load_simd(pass + k);
      auto const beside = text::least(text::least(shorter, same), text::load_simd(here + k)) + static_cast<Cost>(word);
      auto const pair = text::load_simd(wanted + k) == text::load_simd(words + k) ? shorter : no_way;
      text::store_simd<Cost>(text::least(beside, pair), there + k + 1);
      text::store_simd<Cost>(text::least(same, passed), next_through + k + 1);
      text::store_simd<Cost>(text::least(passed, same + static_cast<Cost>(jump)), pass + k);
    }
    std::swap(here, there);
    std::swap(through, next_through);
  }
  // Ending while skipping means that the query was complete earlier; the cost of the skip is taken off again.
  return std::min(static_cast<std::uint32_t>(here[size]), static_cast<std::uint32_t>(pass[size - 1]) - jump);
}

std::uint32_t EditDistance::measure(std::span<std::uint16_t const> query, std::span<std::uint16_t const> text) {
  static_assert(can_hold<std::int16_t>(most_words));
  return can_hold<std::uint8_t>(query.size()) ? short_.measure(query, text) : long_.measure(query, text);
}

}  // namespace quoth::db
