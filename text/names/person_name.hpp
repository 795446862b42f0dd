// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth {

enum class Gender { unknown, female, male };

// A name as printed, taken apart. Words are kept in their printed form.
struct PersonName {
  std::vector<std::string> titles;  // "Mr.", "Sen.", "Chief Justice"
  std::vector<std::string> given;   // given and middle names or initials
  std::string surname;              // with its particles: "de Blasio"
  std::string suffix;               // "Jr.", "III"
};

// Takes any string; one of a single word is a surname.
PersonName parse_name(std::string_view name);

// Whether both strings can name the same person: equal surnames, and given names that agree where both have them
// (equal, an initial, a common short form such as Joe for Joseph). Titles and middle names do not count against it;
// a different suffix does, and "Mr." before a woman's name. False where either is empty.
bool same_person(std::string_view a, std::string_view b);

// What same_person compares of a name, worked out once for a name that is compared with many.
struct NameKeys {
  explicit NameKeys(std::string_view name);

  std::vector<std::string> given;
  std::string surname;
  std::string plain_surname;  // with its ending in one spelling: "zelensky"
  std::string bare_surname;   // without particles
  std::string whole_surname;  // with a particle that stands in the place of a given name; else empty
  std::string suffix;
  Gender address = Gender::unknown;  // what its form of address says
  Gender bearer = Gender::unknown;   // the same, or else what the given name says
};
bool same_person(NameKeys const& a, NameKeys const& b);

// What a title or a given name says; `unknown` for names borne by both.
Gender gender_of(PersonName const& name);

// A given name, or a title, in lower case and who bears it.
struct GivenName {
  std::string_view name;
  Gender gender = Gender::unknown;
};

// The given names and the titles known, for a lexicon that tags words. A title's gender is what it says of its bearer.
std::vector<GivenName> const& given_names();
std::vector<GivenName> const& name_titles();

// Whether one given name can be a short form of the other ("joe", "joseph"), or both of a third. Lower case.
bool is_short_form(std::string_view a, std::string_view b);

}  // namespace quoth
