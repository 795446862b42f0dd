// SPDX-License-Identifier: MIT
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <optional>
#include <string_view>

// What the readers of lines have in common. Parsers own memory: they are made once, and never inside the functions that
// see every line.
namespace quoth::line_parsing {

namespace x3 = boost::spirit::x3;
namespace unicode = boost::spirit::x3::unicode;

using Iterator = char32_t const*;
using Range = boost::iterator_range<Iterator>;

inline std::u32string_view view(Range range) { return {range.begin(), range.end()}; }

// What the rule takes from `at`, which then stands behind it; nothing, and `at` as it was, where it does not match.
template <typename Rule>
std::optional<Range> matched(Iterator& at, Iterator last, Rule const& rule) {
  auto const start = at;
  if (!x3::parse(at, last, rule)) return std::nullopt;
  return Range(start, at);
}

template <typename Rule>
bool skip(Iterator& at, Iterator last, Rule const& rule) {
  return x3::parse(at, last, rule);
}

}  // namespace quoth::line_parsing
