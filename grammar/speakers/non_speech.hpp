// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "grammar/clauses/location.hpp"

namespace quoth::grammar {

class ParsedText;
struct Proposal;
struct SpanFeatures;

// How far the quoted words themselves look like a title.
enum TitleLook : std::uint32_t { starts_lower, starts_capital, one_capital, all_capitals };
std::uint32_t title_look(SpanFeatures const& span_features);

// What announces a name or a title right before the quotation.
enum Announcement : std::uint32_t {
  nothing,
  by_work,
  by_maker,
  by_owner,
  by_on,
  by_told,
  by_name,
  by_known_as,
  by_in,
  by_to
};
std::uint32_t announcement_before(ParsedText const& parsed, std::uint32_t phrase);

// Whether the words look like the title of a work or a programme and nothing introduces them as speech.
bool is_title(ParsedText const& parsed, Location location);

// Whether the text says that the words are what somebody or something is called, or that they stand on a thing: “known
// as …”, “a sign reading …”.
bool is_name(ParsedText const& parsed, Location location);

// Whether the words are thought and not said: “Why?” she thought.
bool is_thought(ParsedText const& parsed, Location location, Proposal const& speaker);

// Whether a few words stand behind "the" or "this", and nobody speaks in the sentence: This “bridge” is closed. Or
// behind an owner and before the noun that they modify: Tamm’s “no ferry” pledge.
bool is_scare_quote(ParsedText const& parsed, Location location, Proposal const& speaker);

}  // namespace quoth::grammar
