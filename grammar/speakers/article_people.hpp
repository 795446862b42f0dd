// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "grammar/tokens/word_key.hpp"
#include "quoth/document.hpp"

namespace quoth::grammar {

class ParsedText;
struct Token;

// A named entity: a person or body that the article names.
struct Entity {
  Span name;                      // where its fullest name is printed
  std::uint32_t first_token = 0;  // of that name
  std::uint32_t words = 0;        // of that name, without a suffix
  WordKey suffix = 0;             // "Jr."
  bool is_person = false;
  bool may_be_person = false;  // two to four capitalised words that no list of names has, or one that speaks
  int female = 0;              // weight of the evidence: titles, given names, roles
  int male = 0;
  std::vector<Span> roles;  // "White House press secretary", where printed
  std::vector<WordKey> role_heads;
  std::optional<Span> acronym;   // "CDC"
  std::optional<Span> nickname;  // printed inside the name, with its marks
  Span titled_name;              // "Mr. Pell", if nothing else is known
};

// Whether the article gives it that role, by a title at least: "the senator" for "Sen. Okafor".
bool has_role(Entity const& entity, WordKey head);

// Whether the word is a title or role before a name, not a part of it.
bool is_title_word(Token const& token);

constexpr std::uint32_t no_entity = 0xFFFFFFFF;  // index of an Entity: none

// One occurrence of a name.
struct NameUse {
  std::uint32_t phrase = 0;  // the nominal it is part of
  std::uint32_t first = 0;   // tokens
  std::uint32_t last = 0;
  std::uint32_t entity = no_entity;
};

// The named entities of an outer text, short names resolved: a surname, an initial or an acronym stands for the fullest
// name that fits.
class People {
 public:
  explicit People(ParsedText const& parsed);

  std::vector<Entity> const& entities() const { return entities_; }
  // All uses, in the order of the text.
  std::vector<NameUse> const& uses() const { return uses_; }
  // The entity that a surname, an acronym or a single name stands for; `no_entity` if there is none.
  std::uint32_t named(WordKey key) const;
  // How many people bear that surname.
  std::size_t bearers(WordKey surname) const { return bearers_of(surname).size(); }
  // The people who bear it.
  std::vector<std::uint32_t> const& bearers_of(WordKey surname) const {
    static std::vector<std::uint32_t> const none;
    auto const found = by_surname_.find(surname);
    return found == by_surname_.end() ? none : found->second;
  }
  // The uses in phrases [first, last).
  std::pair<NameUse const*, NameUse const*> uses_in(std::uint32_t first, std::uint32_t last) const;

 private:
  void find_names(std::uint32_t phrase);
  std::uint32_t behind_office(std::uint32_t link, std::uint32_t last) const;
  std::uint32_t before_origin(std::uint32_t name, std::uint32_t last) const;
  std::uint32_t behind_titles(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t end_of_name(std::uint32_t first, std::uint32_t end) const;
  bool is_surname(std::uint32_t name, std::uint32_t last) const;
  void add_name(std::uint32_t phrase, std::uint32_t first, std::uint32_t last);
  bool add_nicknamed(std::uint32_t phrase, std::uint32_t first, std::uint32_t last);
  std::uint32_t surname_of(std::uint32_t first, std::uint32_t last) const;
  void note_plain_name(NameUse const& use, bool is_body);
  std::uint32_t person_named(std::uint32_t first, std::uint32_t end);
  std::uint32_t body_named(NameUse const& use, std::uint32_t first_word);
  void link_single_names();
  void judge_single_names();
  std::uint32_t known_by_single_name(Token const& word, Token const& before,
                                     std::vector<std::uint32_t> const& last_uses, std::uint32_t at) const;
  std::uint32_t single_name(NameUse const& use, Token const& before);
  std::uint32_t best_of_surname(std::vector<std::uint32_t> const& bearers, Token const& title,
                                std::vector<std::uint32_t> const& last_uses, std::uint32_t at) const;
  void add_title(Entity& entity, std::uint32_t first, std::uint32_t last);
  void add_apposition(std::uint32_t phrase, Entity& entity);
  void add_acronym(std::uint32_t phrase, Entity& entity);
  void add_role(std::uint32_t phrase, Entity& entity);
  bool is_dateline(std::uint32_t phrase, std::uint32_t last) const;
  bool is_called_person(std::uint32_t phrase) const;
  Span span(std::uint32_t first, std::uint32_t last) const;

  ParsedText const& parsed_;
  std::vector<Entity> entities_;
  std::vector<NameUse> uses_;
  std::unordered_map<WordKey, std::vector<std::uint32_t>> by_surname_;
  std::unordered_map<WordKey, std::uint32_t> by_words_;
  std::unordered_map<WordKey, std::uint32_t> by_plain_surname_;
  std::unordered_map<WordKey, std::vector<std::uint32_t>> by_given_;
  std::uint32_t named_up_to_ = 0;  // tokens before this one are part of a name already
};

}  // namespace quoth::grammar
