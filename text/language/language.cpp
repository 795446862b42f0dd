// SPDX-License-Identifier: MIT
#include "text/language/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

constexpr std::size_t looked_at = 4096;  // characters
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

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether function words alone show that it is English, as in nearly all texts: CLD2 takes thirty times as long. Only
// English has "the" for every fortieth word; one word in twelve is on the list.
bool is_plainly_english(std::string_view text) {
  static constexpr std::array<std::string_view, 7> listed{"the", "and", "of", "to", "that", "with", "was"};
  std::size_t words = 0;
  std::size_t articles = 0;
  std::size_t found = 0;
  for (std::size_t at = 0; at < std::min(text.size(), looked_at / 2);) {
    auto const end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_letter);
    auto const word = text.substr(at, static_cast<std::size_t>(end - text.begin()) - at);
    at += word.size() + 1;
    if (word.empty()) continue;
    ++words;
    articles += word == "the";
    found += std::ranges::find(listed, word) != listed.end();
  }
  return words >= 60 && articles * 40 >= words && found * 12 >= words;
}

// What files give may be anything.
bool is_tag(std::string_view declared) {
  constexpr std::size_t longest = 35;  // RFC 5646, 4.4.1
  return !declared.empty() && declared.size() <= longest && is_letter(declared.front()) &&
         std::ranges::all_of(declared,
                             [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

}  // namespace

std::string detected_language(std::string_view utf8) {
  if (is_plainly_english(utf8)) return "en";
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

std::string detected_language(std::u32string_view text) {
  return detected_language(to_utf8(text.substr(0, looked_at)));
}

std::string base_language(std::string_view tag) {
  auto const end = std::ranges::find_if_not(tag, is_letter);
  std::string base(tag.begin(), end);
  std::ranges::transform(base, base.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  auto const* const known = std::ranges::find(same, base, [](auto const& entry) { return entry.first; });
  return known == same.end() ? base : std::string(known->second);
}

std::string language_of(std::string_view declared, std::string_view detected) {
  if (!is_tag(declared)) return std::string(detected);
  return detected.empty() || base_language(declared) == base_language(detected) ? std::string(declared)
                                                                                : std::string(detected);
}

std::string language_name(std::string_view tag) {
  icu::UnicodeString name;
  icu::Locale(base_language(tag).c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8;
}

}  // namespace quoth::text
