// SPDX-License-Identifier: MIT
#include "match/speakers/known_name.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace quoth;
using namespace quoth::match;

TEST_CASE("KnownName: what a name is compared by") {
  KnownName const quill("VICE PRESIDENT ADA QUILL");
  CHECK(quill.bare == "vice president ada quill");
  CHECK(quill.office == "vice president");
  CHECK(quill.given == "ada");
  CHECK(quill.surname == "quill");
  CHECK_FALSE(quill.is_role);
  CHECK(KnownName("the mayor").is_role);
  CHECK(KnownName("the mayor").bare == "mayor");
  CHECK(KnownName("SPEAKER 2").anonymity == Anonymity::unknown);
  CHECK(KnownName("Q").anonymity == Anonymity::asks);
  CHECK(KnownName("SENIOR OFFICIAL").anonymity == Anonymity::role);
  CHECK(anonymity_of("Speaker 12") == Anonymity::unknown);
  CHECK(anonymity_of("") == Anonymity::unknown);
  CHECK(anonymity_of("Ada Quill") == Anonymity::named);
}

TEST_CASE("known_name: a name is worked out once, and outlives what is forgotten") {
  auto const quill = known_name("Ada Quill");
  CHECK(known_name("Ada Quill") == quill);
  for (int i = 0; i < 10'000; ++i) known_name("Ada Quill " + std::to_string(i));
  CHECK(quill->surname == "quill");
  CHECK(known_name("Ada Quill")->keys.surname == quill->keys.surname);
  CHECK(known_name(std::string(5000, 'x'))->bare == std::string(5000, 'x'));
}
