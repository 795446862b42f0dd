// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/words/token.hpp"
#include "match/words/word_filter.hpp"
#include "quoth/edit_class.hpp"

namespace quoth::match {

// The meaning of a word or phrase that changes what a sentence says: "most" is quantity, "may" modality.
struct Meaning {
  // The class of edits that add, drop or replace it; none for a phrase that is listed only because it contains a word
  // that would mean something else on its own.
  std::optional<EditClass> family;
  // Phrases with the same number mean nearly the same.
  std::uint16_t group = 0;
  bool matters_alone = false;  // adding or dropping it changes the meaning of the sentence
  bool matters_added = false;  // only adding it does
};

// A meaning found at the tokens [first, last).
struct MeaningAt {
  Meaning meaning;
  std::size_t first = 0;
  std::size_t last = 0;
};

// The meanings in [first, last), in order; of overlapping phrases the longest. A phrase must start before `last` but
// may extend beyond it.
std::vector<MeaningAt> meanings_in(TokenSequence const& tokens, std::size_t first, std::size_t last);

bool is_function_word(std::string_view key);
bool is_pronoun(std::string_view key);
// Whether the word is common at the start of sentences, where its capital letter does not make it a name.
bool opens_sentences(std::string_view key);
// Whether the word is a title before a name: "mayor", "senator", "dr".
bool is_title(std::string_view key);
// Whether two names mean the same: "America", "United States"; also initials ("UN", "United Nations").
bool same_name(std::string_view a, std::string_view b);
bool are_homophones(std::string_view a, std::string_view b);

// Whether two words, in any inflection, are antonyms ("raised", "cut"; "likely", "unlikely").
bool are_opposites(std::string_view a, std::string_view b);
// Whether one word is the other with a negating prefix, or with the suffix -less.
bool is_negated_form(std::string_view a, std::string_view b);
// Whether both are on one scale of mutually exclusive terms ("Monday", "Friday"; "days", "weeks").
bool exclude_each_other(std::string_view a, std::string_view b);

// A filler ("you know"): its number of tokens, 0 for none.
struct Filler {
  enum class Kind {
    always,
    loose,  // a filler only when set off by punctuation
    aside,  // says something, but not about the matter: "I have to say"
  };
  std::size_t tokens = 0;
  Kind kind = Kind::always;
};
Filler filler_at(TokenSequence const& tokens, std::size_t i);
// The first words of all fillers.
WordFilter const& filler_starts();

}  // namespace quoth::match
