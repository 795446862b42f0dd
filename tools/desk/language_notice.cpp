// SPDX-License-Identifier: MIT
#include "tools/desk/language_notice.hpp"

#include "grammar/tokens/article_language.hpp"
#include "text/language/language.hpp"

namespace quoth::tools {

std::string LanguageNotice::of(Document const& article) {
  if (article.language.empty() || grammar::is_read(grammar::language_tagged(article.language))) return {};
  auto const name = text::language_name(article.language);
  if (!told_.insert(name).second) return {};
  return article.id() + ": is in " + name +
         ": quotations are found by their marks, only numbers and names are told from other words, and a speaker is "
         "named "
         "where the pattern is plain (docs/languages.md)";
}

}  // namespace quoth::tools
