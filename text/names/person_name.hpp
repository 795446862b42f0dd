// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::text {

enum class Gender { unknown, female, male };

// The parts of a name as printed. Words keep their printed form.
struct PersonName {
  std::vector<std::string> titles;  // "Mr.", "Sen.", "Chief Justice"
  std::vector<std::string> given;   // given and middle names or initials
  std::string surname;              // with its particles: "de Blasio"
  std::string suffix;               // "Jr.", "III"
};

// Parses any string; a single word is a surname.
PersonName parse_name(std::string_view name);

// Whether both strings can name the same person: equal surnames, and given names that agree where both have them
// (equal, an initial, a common short form such as Joe for Joseph). Titles and middle names may differ, suffixes may
// not; "Mr." is not a woman's. False if either is empty.
bool same_person(std::string_view a, std::string_view b);

// The parts of a name that same_person compares, computed once for a name that is compared with many.
struct NameKeys {
  explicit NameKeys(std::string_view name);

  std::vector<std::string> given;
  std::string surname;
  std::string plain_surname;  // with its ending in one spelling: "zelensky"
  std::string bare_surname;   // without particles
  std::string whole_surname;  // with a first particle that could be taken for a given name; else empty
  std::string suffix;
  Gender address = Gender::unknown;  // by its form of address
  Gender bearer = Gender::unknown;   // the same, or else by the given name
};
bool same_person(NameKeys const& a, NameKeys const& b);

// By a title or a given name; `unknown` for names that both bear.
Gender gender_of(PersonName const& name);

// A given name or a title, in lower case, and the gender of its bearers.
struct GivenName {
  std::string_view name;
  Gender gender = Gender::unknown;
};

// All known given names and titles, for a lexicon that tags words.
std::vector<GivenName> const& given_names();
std::vector<GivenName> const& name_titles();

// Whether one given name can be a short form of the other ("joe", "joseph"), or both of a third name. In lower case.
bool is_short_form(std::string_view a, std::string_view b);

}  // namespace quoth::text
