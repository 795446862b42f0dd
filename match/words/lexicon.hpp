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

namespace quoth {

// A word or phrase with a place on a scale of meaning: "most" is quantity, "may" modality.
struct Meaning {
  // The class of the edits that add, drop or exchange it; none for a phrase that is listed only because it holds a word
  // that would mean something else alone.
  std::optional<EditClass> family;
  std::uint16_t group = 0;
  bool matters_alone = false;  // adding or dropping it changes the meaning
  bool matters_added = false;  // only adding it does
};

// A meaning found in a stretch of tokens.
struct MeaningAt {
  Meaning meaning;
  std::size_t first = 0;
  std::size_t last = 0;
};

// The meanings in [first, last), longest phrase first, never overlapping. A phrase may reach past `last` (to the end of
// the sequence) but must start inside.
std::vector<MeaningAt> meanings_in(TokenSequence const& tokens, std::size_t first, std::size_t last);

bool is_function_word(std::string_view key);
bool is_pronoun(std::string_view key);
// Whether the word is a common one that begins sentences, and so no name there.
bool opens_sentences(std::string_view key);
// "mayor", "senator", "dr": what stands before a name.
bool is_title(std::string_view key);
// Words for the same thing as names go: "America", "United States"; also initials ("UN", "United Nations").
bool same_name(std::string_view a, std::string_view b);
bool are_homophones(std::string_view a, std::string_view b);

// Whether two words, in whatever form, are opposites ("raised", "cut"; "likely", "unlikely").
bool are_opposites(std::string_view a, std::string_view b);
// Whether one is the other with a negating prefix or suffix.
bool is_negated_form(std::string_view a, std::string_view b);
// Whether both stand on one scale of things that exclude one another ("Monday", "Friday"; "days", "weeks").
bool exclude_each_other(std::string_view a, std::string_view b);

// How many tokens of a filler ("you know") start at `i`; 0 for none. `loose` says that it is one only when set off.
struct Filler {
  std::size_t tokens = 0;
  bool loose = false;
};
Filler filler_at(TokenSequence const& tokens, std::size_t i);
// The words that it can start with.
WordFilter const& filler_starts();

}  // namespace quoth
