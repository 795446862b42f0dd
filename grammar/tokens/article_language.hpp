// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "quoth/document.hpp"

namespace quoth::grammar {

// The languages that the grammar has word lists of. English and German are read: their lists serve the whole grammar.
// Of the others, but `other`, it knows reporting verbs.
enum class Language : std::uint8_t {
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  swedish,
  dutch,
  polish,
  danish,  // and Norwegian
  other
};

constexpr bool is_read(Language language) { return language <= Language::german; }

// The language of the lists for a BCP 47 tag.
Language language_tagged(std::string_view tag);

// The language an article is read in: as it says, else as its text shows. What is too short to tell is English, but for
// German that its function words betray.
Language language_of(Document const& document);

}  // namespace quoth::grammar
