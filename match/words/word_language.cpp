// SPDX-License-Identifier: MIT
#include "match/words/word_language.hpp"

#include "text/language/language.hpp"

namespace quoth::match {

WordLanguage word_language(std::string_view tag) {
  auto const base = text::base_language(tag);
  if (base.empty() || base == "en") return WordLanguage::english;
  return base == "de" ? WordLanguage::german : WordLanguage::other;
}

}  // namespace quoth::match
