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

TEST_CASE("a text that plainly is in another language is believed more than its file") {
  auto const german =
      to_utf32(four_times("Der Hafen bleibt geschlossen, bis die Netze und die Boote wieder heil sind."));
  auto const short_english = U"“The crew has mended all of the nets,” Anna Tamm said.";
  auto const short_german = U"„Die Netze sind heil und der Hafen ist offen“, sagte Anna Tamm.";
  auto const short_french = U"« Le port est fermé », a dit Anna Tamm du bateau “The Good Hope and the Anchor”.";
  CHECK(language_of("de-AT", german) == "de-AT");
  CHECK(language_of("en", german) == "de");
  CHECK(language_of("", german) == "de");
  CHECK(language_of("<b>", german) == "de");
  CHECK(language_of("nb", U"Havnen") == "nb");
  CHECK(language_of("de", short_english) == "en");
  CHECK(language_of("fr-CA", short_english) == "en");
  CHECK(language_of("en-US", short_english) == "en-US");
  CHECK(language_of("en", short_german) == "de");
  CHECK(language_of("fr", short_french) == "fr");
  CHECK(language_of("de", U"“We will,” Anna Tamm said.") == "de");
}

TEST_CASE("a file may name its language") {
  CHECK(language_of("English", U"Nets") == "en");
  CHECK(language_of("german", U"Netze") == "de");
  CHECK(language_of("Deutsch", U"Netze") == "de");
  CHECK(language_of("Français", U"Filets") == "fr");
  CHECK(language_of("English (UK)", U"Nets") == "en");
  for (auto const* unknown : {"xx", "und", "english-ish language", "default", "x", "12", ""})
    CHECK(language_of(unknown, U"Nets") == "");
}

TEST_CASE("languages have English names") {
  CHECK(language_name("de-AT") == "German");
  CHECK(language_name("sv") == "Swedish");
  CHECK(language_name("zh-Hant") == "Chinese");
}
