// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/transcripts/lines/line_parsing.hpp"

// Parsers for times as transcripts print them. X3 parsers own memory, so they are made once and not in functions that
// are called for every line.
namespace quoth::transcripts::clock_parsers {

using namespace line_parsing;

// White space inside a line; transcribers use no-break spaces too.
inline auto const blank = unicode::char_(U" \t\u00A0\u202F");
inline auto const digits = +unicode::digit;
// "PM", "p.m."
inline auto const half_of_day = unicode::char_(U"AaPp") >> -unicode::char_(U'.') >> unicode::char_(U"Mm") >>
                                -unicode::char_(U'.') >> !unicode::alpha;

// "12:01", "00:12:01.5", "10:02:11 AM"
inline auto const clock = x3::repeat(1, 2)[digits >> unicode::char_(U':')] >> digits >>
                          -(unicode::char_(U".,") >> digits) >> -(*blank >> half_of_day);
inline auto const bracketed_clock =
    (unicode::char_(U"[(") >> *blank >> clock >> *blank >> unicode::char_(U"])")) | clock;

}  // namespace quoth::transcripts::clock_parsers
