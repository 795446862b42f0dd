// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace quoth::grammar {

// Word classes of the lexicon, named as in the data files. A word can be of several.
enum class WordClass : std::uint8_t {
  he,
  she,
  they,
  it,
  i,
  we,
  you,
  subject,  // can be the subject of a clause: "he", not "him"
  possessive,
  relative,
  wh_word,
  that,
  determiner,
  article,
  demonstrative,
  preposition,
  of,
  conjunction,
  and_,
  subordinator,
  auxiliary,
  be,
  have,
  modal,
  to,
  not_,
  adverb,
  time,
  time_modifier,
  day,
  month,
  so_called,  // announces a word used as a word
  verb,
  speech,            // cue verbs: "said"
  verdict,           // "called"
  thought,           // "believes"
  gesture,           // "smiled"
  phrasal,           // "point"
  phrasal_particle,  // "out"
  base,              // forms of cue verbs
  third,
  past,
  gerund,
  man,
  woman,
  person,
  plural,  // of a role, document or body noun
  crowd,
  document,
  outlet,
  body,
  title,
  given_name,
  abbreviation,  // keeps its full stop: "Mr."
  lower_abbreviation,
  name_suffix,   // "Jr."
  particle,      // of a name: "van"
  place_prefix,  // of a place's name: "New"
  work,          // a book, a film, a programme
  maker,         // "author" of a work
  inscription,   // what bears or is a slogan: "sign", "motto"
  utterance,     // what somebody says: "answer", "words"
  elision,       // "’em"
  reflexive,     // what may stand between a German verb and its subject: "sich", "gestern"
  count_
};

// A set of word classes.
class Classes {
 public:
  constexpr Classes() = default;
  constexpr Classes(WordClass only) : bits_(std::uint64_t{1} << static_cast<unsigned>(only)) {}

  constexpr bool has(WordClass one) const { return (bits_ & Classes(one).bits_) != 0; }
  constexpr bool any(Classes of) const { return (bits_ & of.bits_) != 0; }
  constexpr Classes& operator|=(Classes more) {
    bits_ |= more.bits_;
    return *this;
  }
  friend constexpr Classes operator|(Classes a, Classes b) { return a |= b; }
  friend constexpr Classes operator&(Classes a, Classes b) {
    a.bits_ &= b.bits_;
    return a;
  }
  friend constexpr bool operator==(Classes, Classes) = default;

 private:
  std::uint64_t bits_ = 0;
};

constexpr Classes operator|(WordClass a, WordClass b) { return Classes(a) | Classes(b); }

static_assert(static_cast<unsigned>(WordClass::count_) <= 64);

constexpr Classes any_cue = WordClass::speech | WordClass::verdict | WordClass::thought | WordClass::gesture;
constexpr Classes any_person = WordClass::man | WordClass::woman | WordClass::person;
constexpr Classes any_pronoun =
    WordClass::he | WordClass::she | WordClass::they | WordClass::it | WordClass::i | WordClass::we | WordClass::you;

}  // namespace quoth::grammar
