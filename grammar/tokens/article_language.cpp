// SPDX-License-Identifier: MIT
#include "grammar/tokens/article_language.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/tokens/characters.hpp"
#include "grammar/tokens/word_key.hpp"
#include "text/language/language.hpp"

namespace quoth::grammar {

namespace {

// Told by the function words of the first 2,000 words.
Language by_function_words(std::u32string_view text) {
  constexpr std::size_t looked_at = 2000;
  static constexpr std::array german{key_of("der"),  key_of("die"), key_of("und"),  key_of("das"),  key_of("nicht"),
                                     key_of("den"),  key_of("dem"), key_of("ein"),  key_of("eine"), key_of("ist"),
                                     key_of(U"für"), key_of("mit"), key_of("wird"), key_of("auf")};
  static constexpr std::array english{key_of("the"), key_of("and"), key_of("of"), key_of("to"), key_of("is")};
  std::size_t balance = looked_at;
  std::size_t at = 0;
  for (std::size_t words = 0; words < looked_at && at < text.size(); ++at) {
    if (!is_letter(text[at])) continue;
    auto key = empty_key;
    for (; at < text.size() && is_letter(text[at]); ++at) key = extend(key, fold_case(text[at]));
    if (std::ranges::find(german, key) != german.end()) ++balance;
    if (std::ranges::find(english, key) != english.end()) --balance;
    ++words;
  }
  return balance > looked_at + 2 ? Language::german : Language::english;
}

}  // namespace

Language language_tagged(std::string_view tag) {
  using enum Language;
  static constexpr std::array<std::pair<std::string_view, Language>, 11> tags{{{"en", english},
                                                                               {"de", german},
                                                                               {"fr", french},
                                                                               {"es", spanish},
                                                                               {"pt", portuguese},
                                                                               {"it", italian},
                                                                               {"sv", swedish},
                                                                               {"nl", dutch},
                                                                               {"pl", polish},
                                                                               {"da", danish},
                                                                               {"no", danish}}};
  auto const base = text::base_language(tag);
  auto const* const known = std::ranges::find(tags, base, [](auto const& entry) { return entry.first; });
  return known == tags.end() ? other : known->second;
}

Language language_of(Document const& document) {
  auto const tag = document.language.empty() ? text::detected_language(document.text()) : document.language;
  return tag.empty() ? by_function_words(document.text()) : language_tagged(tag);
}

}  // namespace quoth::grammar
