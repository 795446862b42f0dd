// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "grammar/tokens/class_lexicon.hpp"

namespace quoth::grammar {

// What the ending of a German word, as printed, says of it where no list has it.

// The classes that a compound can inherit from its last part: "vice-chairman".
constexpr Classes inherited_classes =
    any_person | WordClass::crowd | WordClass::document | WordClass::body | WordClass::plural | WordClass::abbreviation;

// -te, -ten: the past of regular verbs.
bool has_past_ending(std::u32string_view word);
// -e, -en, -er, -es, -em: endings of adjectives.
bool is_inflected(std::u32string_view word);
// "Relativierend", "Tatsächlich", "Erstmals": at the start of a sentence no noun.
bool ends_like_adverb(std::u32string_view word);
// The classes of the noun that a compound ends in: "Bundesfinanzminister".
Classes classes_of_end(std::u32string_view word, Lexicon const& lexicon);

}  // namespace quoth::grammar
