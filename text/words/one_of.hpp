// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace quoth::text {

// Whether the word is one of a few.
constexpr bool is_one_of(std::string_view word, std::initializer_list<std::string_view> few) {
  return std::ranges::find(few, word) != few.end();
}

}  // namespace quoth::text
