// SPDX-License-Identifier: MIT
#include "text/language/language.hpp"

#include <doctest/doctest.h>

#include "text/unicode/unicode.hpp"

using namespace quoth::text;

namespace {

// Long enough to tell.
std::string four_times(std::string const& sentence) {
  return sentence + ' ' + sentence + ' ' + sentence + ' ' + sentence;
}

}  // namespace

TEST_CASE("the language of a text is detected") {
  auto const english = four_times("The harbour will be closed until the crew has mended the nets and the boats.");
  auto const german = four_times("Der Hafen bleibt geschlossen, bis die Netze und die Boote wieder heil sind.");
  auto const spanish = four_times("El puerto seguirá cerrado hasta que se reparen las redes y los barcos.");
  CHECK(detected_language(english) == "en");
  CHECK(detected_language(german) == "de");
  CHECK(detected_language(to_utf32(german)) == "de");
  CHECK(detected_language(spanish) == "es");
  CHECK(detected_language("Der Hafen") == "");
  CHECK(detected_language("") == "");
  CHECK(detected_language(german + spanish) == "");
}

TEST_CASE("a text that surely is in another language is believed more than its file") {
  CHECK(language_of("de-AT", "de") == "de-AT");
  CHECK(language_of("de-AT", "") == "de-AT");
  CHECK(language_of("en", "de") == "de");
  CHECK(language_of("", "fr") == "fr");
  CHECK(language_of("nb", "no") == "nb");
  CHECK(language_of("<b>", "fr") == "fr");
}

TEST_CASE("languages have English names") {
  CHECK(language_name("de-AT") == "German");
  CHECK(language_name("sv") == "Swedish");
  CHECK(language_name("zh-Hant") == "Chinese");
}
