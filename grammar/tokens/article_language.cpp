// SPDX-License-Identifier: MIT
#include "grammar/tokens/article_language.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/language/language.hpp"

namespace quoth::grammar {

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
  auto tag = document.language.empty() ? text::detected_language(document.text()) : document.language;
  if (tag.empty()) tag = text::language_by_function_words(document.text());
  return tag.empty() ? Language::english : language_tagged(tag);
}

}  // namespace quoth::grammar
