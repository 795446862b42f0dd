// SPDX-License-Identifier: MIT
#include "text/language/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "text/unicode/ascii.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked_at = 4096;  // characters
constexpr std::size_t plainly = 2048;    // characters that are looked at first
// Of shorter texts, in bytes without blanks and signs, one name or loan word decides; measured on English articles cut
// short, none of which is taken for another language.
constexpr int least_bytes = 200;
constexpr int least_percent = 70;  // of the text in that language

// Tags that name languages which can hardly be told apart, and the one that stands for all.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> same{{
    {"nb", "no"},
    {"nn", "no"},
    {"sco", "en"},
    {"iw", "he"},
    {"in", "id"},
    {"tl", "fil"},
    {"bs", "hr"},
    {"sr", "hr"},
    {"sh", "hr"},
}};

template <class Char>
constexpr bool is_letter(Char c) {
  return (c >= Char{'a'} && c <= Char{'z'}) || (c >= Char{'A'} && c <= Char{'Z'});
}

// Up to four letters as one number.
constexpr std::uint32_t packed(std::string_view letters) {
  std::uint32_t number = 0;
  for (auto const c : letters) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

// Whether function words alone show that it is English, as in nearly all texts: CLD2 takes thirty times as long. Only
// English has "the" for every fortieth word; one word in twelve is on the list.
template <class Char>
bool is_plainly_english(std::basic_string_view<Char> text) {
  static constexpr std::array listed{packed("and"),  packed("of"),   packed("to"),
                                     packed("that"), packed("with"), packed("was")};
  constexpr std::size_t longest = 4;  // letters of a listed word
  std::size_t words = 0;
  std::size_t articles = 0;
  std::size_t found = 0;
  std::size_t letters = 0;  // of the word
  std::uint32_t word = 0;   // its last four
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_letter(text[at])) {
      word = word << 8U | static_cast<std::uint32_t>(text[at]);
      ++letters;
      continue;
    }
    if (letters > 0) ++words;
    if (letters > 0 && letters <= longest) {
      articles += word == packed("the");
      found += std::ranges::find(listed, word) != listed.end();
    }
    letters = 0;
    word = 0;
    if (at >= plainly) break;
  }
  return words >= 60 && articles * 40 >= words && (found + articles) * 12 >= words;
}

using Words = std::span<std::u32string_view const>;

// Frequent words that the other languages do not share; of further languages, those that are in none of the first two.
constexpr std::array english_words{U"the"sv,  U"and"sv,  U"of"sv,   U"to"sv,   U"is"sv,    U"that"sv, U"with"sv,
                                   U"has"sv,  U"have"sv, U"from"sv, U"this"sv, U"which"sv, U"they"sv, U"it"sv,
                                   U"were"sv, U"not"sv,  U"said"sv, U"are"sv,  U"been"sv,  U"our"sv,  U"every"sv};
constexpr std::array german_words{U"der"sv,  U"die"sv, U"und"sv, U"das"sv,  U"nicht"sv, U"den"sv,   U"dem"sv, U"ein"sv,
                                  U"eine"sv, U"ist"sv, U"für"sv, U"mit"sv,  U"wird"sv,  U"auf"sv,   U"wir"sv, U"ich"sv,
                                  U"sich"sv, U"von"sv, U"zu"sv,  U"auch"sv, U"dass"sv,  U"sagte"sv, U"im"sv,  U"war"sv};
constexpr std::array other_words{U"le"sv,  U"la"sv,  U"les"sv, U"et"sv,  U"est"sv, U"une"sv,  U"du"sv,   U"el"sv,
                                 U"los"sv, U"que"sv, U"una"sv, U"il"sv,  U"di"sv,  U"che"sv,  U"non"sv,  U"per"sv,
                                 U"os"sv,  U"uma"sv, U"não"sv, U"het"sv, U"een"sv, U"van"sv,  U"niet"sv, U"och"sv,
                                 U"att"sv, U"det"sv, U"som"sv, U"og"sv,  U"er"sv,  U"ikke"sv, U"nie"sv,  U"się"sv};

// Letters of the languages above.
bool is_letter_of_words(char32_t c) { return is_letter(c) || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7); }

char32_t small(char32_t c) { return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c; }

// The language that a file may mean by a name: "Deutsch", "english". Those of one word that have a code of two letters,
// by their names in English and in themselves.
std::map<std::string, std::string> names_of_languages() {
  std::map<std::string, std::string> codes;
  for (auto const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    icu::Locale const locale(*code);
    if (std::string_view(*code).size() != 2) continue;
    for (auto const& reader : {icu::Locale::getEnglish(), locale}) {
      icu::UnicodeString name;
      std::string utf8;
      locale.getDisplayLanguage(reader, name);
      name.toLower().toUTF8String(utf8);
      codes.emplace(std::move(utf8), *code);
    }
  }
  return codes;
}

std::string named_language(std::string_view name) {
  static auto const codes = names_of_languages();
  auto const end = std::min(name.find_first_of("(,;"), name.size());
  auto word = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(end)});
  std::string utf8;
  word.trim().toLower().toUTF8String(utf8);
  auto const known = codes.find(utf8);
  return known == codes.end() ? std::string() : known->second;
}

// The tag that a file gives, which may be anything; empty where no language is known by it.
std::string known_tag(std::string_view declared) {
  constexpr std::size_t longest = 35;  // RFC 5646, 4.4.1
  if (declared.empty() || declared.size() > longest) return {};
  auto const is_tag =
      std::ranges::all_of(declared, [](char c) { return is_letter(c) || is_ascii_digit(c) || c == '-' || c == '_'; });
  auto const base = declared.substr(0, declared.find_first_of("-_"));
  if (!is_tag || base.size() < 2 || base.size() > 3 || !std::ranges::all_of(base, is_letter<char>))
    return named_language(declared);
  auto const is_known = base_language(base) != "und" && language_name(base) != base_language(base);
  return is_known ? std::string(declared) : std::string();
}

// As CLD2 has it.
std::string language_by_letters(std::string_view utf8) {
  auto size = std::min(utf8.size(), looked_at);
  while (size > 0 && size < utf8.size() && (static_cast<unsigned char>(utf8[size]) & 0xC0U) == 0x80) --size;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  CLD2::CLDHints const no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(utf8.data(), static_cast<int>(size), true, &no_hints, 0, languages.data(),
                                 percents.data(), scores.data(), nullptr, &bytes, &reliable);
  if (!reliable || bytes < least_bytes || percents[0] < least_percent || languages[0] == CLD2::UNKNOWN_LANGUAGE)
    return {};
  std::string const code = CLD2::LanguageCode(languages[0]);
  return code.starts_with("zh") ? code : base_language(code);
}

}  // namespace

std::string detected_language(std::string_view utf8) {
  return is_plainly_english(utf8) ? "en" : language_by_letters(utf8);
}

std::string detected_language(std::u32string_view text) {
  return is_plainly_english(text) ? "en" : language_by_letters(to_utf8(text.substr(0, looked_at)));
}

std::string base_language(std::string_view tag) {
  auto const end = std::ranges::find_if_not(tag, is_letter<char>);
  auto const base = in_ascii_lower({tag.begin(), end});
  auto const* const known = std::ranges::find(same, base, [](auto const& entry) { return entry.first; });
  return known == same.end() ? base : std::string(known->second);
}

std::string language_by_function_words(std::u32string_view text) {
  constexpr std::size_t least = 3;        // words of the language
  constexpr std::size_t one_in = 10;      // words
  constexpr std::size_t times_other = 3;  // as many as of the others
  std::size_t words = 0;
  std::array<std::size_t, 3> found{};  // English, German, others
  text = text.substr(0, looked_at);
  std::u32string word;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_letter_of_words(text[at])) {
      word += small(text[at]);
      continue;
    }
    if (word.empty()) continue;
    ++words;
    std::size_t list = 0;
    for (auto const listed : {Words(english_words), Words(german_words), Words(other_words)})
      found[list++] += std::ranges::find(listed, word) != listed.end();
    word.clear();
  }
  auto const all = found[0] + found[1] + found[2];
  auto const is_plain = [&](std::size_t own) {
    return own >= least && own * one_in >= words && own >= times_other * (all - own);
  };
  return is_plain(found[0]) ? "en" : is_plain(found[1]) ? "de" : "";
}

std::string language_of(std::string_view declared, std::u32string_view text) {
  auto detected = detected_language(text);
  auto const tag = known_tag(declared);
  if (tag.empty()) return detected;
  if (detected.empty()) detected = language_by_function_words(text);
  return detected.empty() || base_language(tag) == base_language(detected) ? tag : detected;
}

std::string language_name(std::string_view tag) {
  icu::UnicodeString name;
  icu::Locale(base_language(tag).c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8;
}

}  // namespace quoth::text
