// SPDX-License-Identifier: MIT
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <optional>
#include <string_view>

// Helpers of the line parsers. X3 parsers own memory, so they are made once and not in functions that are called for
// every line.
namespace quoth::transcripts::line_parsing {

namespace x3 = boost::spirit::x3;
namespace unicode = boost::spirit::x3::unicode;

using Iterator = char32_t const*;
using Range = boost::iterator_range<Iterator>;

inline std::u32string_view view(Range range) { return {range.begin(), range.end()}; }

// Parses `rule` at `at`: returns what it matched and moves `at` past that; nothing, and `at` unchanged, if it does not
// match.
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

}  // namespace quoth::transcripts::line_parsing
