// SPDX-License-Identifier: MIT
#include "text/names/person_name.hpp"

#include <doctest/doctest.h>

using quoth::text::Gender;
using quoth::text::gender_of;
using quoth::text::parse_name;
using quoth::text::same_person;

TEST_CASE("a name is taken apart") {
  auto const name = parse_name("Lt. Gov. Anna Maria de la Cruz, Jr.");
  CHECK(name.titles == std::vector<std::string>{"Lt. Gov."});
  CHECK(name.given == std::vector<std::string>{"Anna", "Maria"});
  CHECK(name.surname == "de la Cruz");
  CHECK(name.suffix == "Jr.");
}

TEST_CASE("a single word is a surname") {
  CHECK(parse_name("Moreau").surname == "Moreau");
  CHECK(parse_name("").surname.empty());
  CHECK(parse_name("Moreau,").surname == "Moreau");
  CHECK(parse_name("Anna Moreau:").surname == "Moreau");
  CHECK(parse_name("Anna Moreau,").surname == "Moreau");
}

TEST_CASE("a surname before its comma may have particles, a suffix behind it is none") {
  CHECK(parse_name("de la Cruz, Anna").surname == "de la Cruz");
  CHECK(parse_name("de la Cruz, Anna").given == std::vector<std::string>{"Anna"});
  CHECK(parse_name("Moreau, Jr.").surname == "Moreau");
  CHECK(parse_name("Moreau, Jr.").suffix == "Jr.");
}

TEST_CASE("a role before the name is a title") {
  auto const name = parse_name("City Hall Press Secretary Jen Okafor");
  CHECK(name.titles == std::vector<std::string>{"City Hall Press Secretary"});
  CHECK(name.given == std::vector<std::string>{"Jen"});
  CHECK(name.surname == "Okafor");
}

TEST_CASE("a title that is also a given name is one before a single surname") {
  CHECK(parse_name("Dean Moreau").given == std::vector<std::string>{"Dean"});
}

TEST_CASE("the same person") {
  CHECK(same_person("Joe Moreau", "Joseph R. Moreau"));
  CHECK(same_person("PRESIDENT MOREAU", "Joe Moreau"));
  CHECK(same_person("Moreau, Joseph", "Joe Moreau"));
  CHECK(same_person("J. Moreau", "Joe Moreau"));
  CHECK(same_person("Bill de Jong", "De Jong"));
  CHECK(same_person("Ludwig van Heerden", "Heerden"));
  CHECK(same_person("Heerden", "Ludwig van Heerden"));
  CHECK(same_person("Joe Moreau", "J. Moreau"));
  CHECK(same_person("Joe Moreau Jr.", "Joe Moreau"));
  CHECK(same_person("Joe Moreau Jr.", "Moreau Jr."));
  CHECK(same_person("José Núñez", "Jose Nunez"));
  CHECK(same_person("Tess O’Neill", "O'Neill"));
  CHECK(same_person("J. Edgar Tamm", "Edgar Tamm"));
  CHECK(same_person("Dr. Lee", "Susan Lee, M.D."));
  CHECK(same_person("Ms. Lee", "Susan Lee"));
  CHECK(same_person("ACTING ADMINISTRATOR LEE", "Susan Lee"));
  CHECK(same_person("MR. LEE", "Leslie Lee"));
  CHECK(same_person("Susan Lee, Mayor", "Susan Lee"));
  CHECK(same_person("SUSAN LEE (chair)", "Susan Lee"));
  CHECK(same_person("Susan Lee, Vellmark Harbour Board", "Sue Lee"));
  CHECK(same_person("Van der Heerden", "Anna Van Der Heerden"));
  CHECK(same_person("Oleksandr Halushky", "Oleksandr Halushkyy"));
}

TEST_CASE("not the same person") {
  CHECK_FALSE(same_person("Joe Moreau", "Jill Moreau"));
  CHECK_FALSE(same_person("Joe Moreau", "Joe Okafor"));
  CHECK_FALSE(same_person("Mary Berg", "Mary Berry"));
  CHECK_FALSE(same_person("Mrs. Moreau", "Joe Moreau"));
  CHECK_FALSE(same_person("Miss Moreau", "Joe Moreau"));
  CHECK_FALSE(same_person("Van der Heerden", "Joe Moreau"));
  CHECK_FALSE(same_person("MR. MOREAU", "Ms. Moreau"));
  CHECK_FALSE(same_person("Joe Moreau Jr.", "Joe Moreau Sr."));
  CHECK_FALSE(same_person("", "Joe Moreau"));
  CHECK_FALSE(same_person("", ""));
  CHECK_FALSE(same_person("---", "---"));
}

TEST_CASE("titles and given names tell the gender") {
  CHECK(gender_of(parse_name("Mrs. Moreau")) == Gender::female);
  CHECK(gender_of(parse_name("Congressman Lee")) == Gender::male);
  CHECK(gender_of(parse_name("Susan Lee")) == Gender::female);
  CHECK(gender_of(parse_name("Leslie Lee")) == Gender::unknown);
  CHECK(gender_of(parse_name("Lee")) == Gender::unknown);
}
