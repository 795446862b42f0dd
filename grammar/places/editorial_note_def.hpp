// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <vector>

#include "grammar/tokens/place_words.hpp"
#include "grammar/tokens/token_parsers.hpp"
#include "quoth/quotation.hpp"

// What an editorial parenthesis says: things ("emphasis", "internal quotation marks and citations") and what became of
// them ("added", "in original", "omitted").

namespace quoth::grammar {

// Parser state: the notes read so far, and the things of the one being read.
struct NoteState {
  std::vector<EditorialNote> notes;
  std::vector<EditorialWord> things;
  bool is_owned = false;  // "my emphasis"

  void add(EditorialNote note) {
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
  }

  // The note that a thing and its fate make. Emphasis left out leaves the words as they are in the source.
  static EditorialNote note_of(EditorialWord thing, EditorialWord fate) {
    switch (thing) {
      case EditorialWord::emphasis:
        return fate == EditorialWord::added ? EditorialNote::emphasis_added : EditorialNote::emphasis_in_original;
      case EditorialWord::marks:
        return EditorialNote::marks_omitted;
      case EditorialWord::citation:
        return EditorialNote::citation_omitted;
      default:
        return EditorialNote::alteration_in_original;
    }
  }

  void finish(EditorialWord fate) {
    for (auto const thing : things) add(note_of(thing, fate));
    things.clear();
    is_owned = false;
  }
};

constexpr auto editorial_if(auto condition) {
  return element_if(
      [condition](Token const& token) { return token.is_word() && condition(editorial_word(token.key)); });
}

constexpr auto thing = editorial_if([](EditorialWord word) {
  return word == EditorialWord::emphasis || word == EditorialWord::marks || word == EditorialWord::citation ||
         word == EditorialWord::alteration;
});
constexpr auto fate = editorial_if([](EditorialWord word) {
  return word == EditorialWord::added || word == EditorialWord::omitted || word == EditorialWord::original ||
         word == EditorialWord::altered;
});
constexpr auto modifier = editorial_if([](EditorialWord word) { return word == EditorialWord::modifier; });
constexpr auto owner = editorial_if([](EditorialWord word) { return word == EditorialWord::owner; });
constexpr auto sic = editorial_if([](EditorialWord word) { return word == EditorialWord::sic; });

constexpr auto last_word = [](auto& context) { return editorial_word((x3::_where(context).begin() - 1)->key); };
constexpr auto on_thing = [](auto& context) { x3::get<NoteState>(context).get().things.push_back(last_word(context)); };
constexpr auto on_fate = [](auto& context) { x3::get<NoteState>(context).get().finish(last_word(context)); };
constexpr auto on_owned = [](auto& context) { x3::get<NoteState>(context).get().finish(EditorialWord::added); };
constexpr auto on_cleaned_up = [](auto& context) { x3::get<NoteState>(context).get().add(EditorialNote::cleaned_up); };
constexpr auto on_sic = [](auto& context) { x3::get<NoteState>(context).get().add(EditorialNote::sic); };
constexpr auto on_start = [](auto& context) { x3::get<NoteState>(context).get().things.clear(); };

constexpr auto separator =
    +(of_kind(TokenKind::comma) | of_kind(TokenKind::semicolon) | the_word("and") | the_word("or"));
constexpr auto things = (*modifier >> thing[on_thing]) % separator;
constexpr auto cleaned_up = -thing >> (the_word("cleaned") >> the_word("up") | the_word("cleaned-up"));
constexpr auto note = cleaned_up[on_cleaned_up] | sic[on_sic] |
                      x3::eps[on_start] >> ((*modifier >> owner >> thing[on_thing] >> x3::eps[on_owned]) |
                                            (things >> *modifier >> fate[on_fate]));
constexpr auto notes = note >> *(separator >> note);

}  // namespace quoth::grammar
