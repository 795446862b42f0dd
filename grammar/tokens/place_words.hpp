// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "grammar/tokens/word_key.hpp"

namespace quoth::grammar {

// The names of classes in a data file of lines "class: words", in the order of an enumeration.
template <class Kind>
struct KindName {
  std::string_view name;
  Kind kind;
};

// Words that say where in a source a passage stands, named as in data/place-words.txt.
enum class PlaceWord : std::uint8_t {
  none,
  page,
  line,
  section,
  paragraph,
  chapter,
  transcript,  // cited by page and line: "Tr."
  short_form,  // of a citation, before "at": "Id."
  recording,   // has times
  mark,        // "the 12:31 mark"
  clock        // makes a time beside it one of the day
};
PlaceWord place_word(WordKey key);
// Whether the word counts pages, lines, sections, paragraphs or chapters.
bool is_place_unit(PlaceWord word);
// Whether the word may stand in lower case in a reference: a unit, "vol", "note", "et".
bool is_reference_word(WordKey key);

// Words of editorial parentheses, named as in data/editorial-words.txt.
enum class EditorialWord : std::uint8_t {
  none,
  emphasis,
  marks,
  citation,
  alteration,
  modifier,
  owner,
  added,
  omitted,
  original,
  altered,
  cleaned,
  translated,
  sic
};
EditorialWord editorial_word(WordKey key);

}  // namespace quoth::grammar
