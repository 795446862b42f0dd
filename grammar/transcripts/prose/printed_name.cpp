// SPDX-License-Identifier: MIT
#include "grammar/transcripts/prose/printed_name.hpp"

#include <unordered_set>

#include "grammar/transcripts/prose/prose_tuning.hpp"
#include "text/names/name_lexicon.hpp"
#include "text/names/parted_names.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/one_of.hpp"
#include "transcript_data.hpp"

namespace quoth::transcripts {

bool has_capital(std::string_view text, text::Word const& word) {
  auto const c = text[word.first];
  return c < 'a' || c > 'z';
}

bool looks_like_name(std::string_view text) {
  auto const words = text::split_words(text);
  if (words.empty() || words.size() > TitlePageTuning::longest_name || !has_capital(text, words[0])) return false;
  if (text.find_first_of("0123456789:;?!@/[]()<>_*") != text.npos) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool const links =
        text::is_one_of(words.key(i), {"and", "of", "the", "for", "on", "de", "der", "van", "von", "la", "du", "al"});
    if (!has_capital(text, words[i]) && !links) return false;
  }
  return true;
}

std::string without_stop(std::string text) {
  while (text.ends_with('.') && !text.ends_with("Inc.") && !text.ends_with("Ltd.") && !text.ends_with("r."))
    text.pop_back();
  return text;
}

std::string without_article(std::string_view name) {
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(std::string_view("the ").size());
  return std::string(name);
}

bool names_organisation(std::string_view name) {
  static auto const lines = text::lines_of(embedded::organisation_nouns);
  static std::unordered_set<std::string_view> const nouns(lines.begin(), lines.end());
  auto const words = text::split_words(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    // "Commission on Ferries", but no "Library General Public License".
    bool const ends = i + 1 == words.size() ||
                      text::is_one_of(words.key(i + 1), {"of", "for", "on", "and", "inc", "ltd"}) ||
                      name.substr(words[i].last).starts_with(',');
    if (ends && nouns.contains(words.key(i))) return true;
  }
  return false;
}

bool may_be_author(std::string_view name) {
  auto const words = text::split_words(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (text::is_one_of(words.key(i),
                        {"user", "microsoft", "office", "admin", "administrator", "owner", "guest", "author", "unknown",
                         "word", "libreoffice", "openoffice", "docx", "default", "pc", "laptop"}))
      return false;
  }
  return words.size() > 1 && looks_like_name(name);
}

bool are_people(std::string_view line) {
  if (!looks_like_name(line)) return false;
  auto const names = text::parted_names(line);
  bool known = false;
  for (auto const& name : names) {
    auto const words = text::split_words(name);
    constexpr std::size_t fewest = 2;
    if (words.size() < fewest || text::is_one_of(words.key(1), {"of", "the", "for", "on"})) return false;
    known = known || text::name_lexicon().is_given_name(words.key(0));
  }
  return known;
}

bool has_role(std::string_view part) {
  auto const words = text::split_words(part);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (text::is_one_of(words.key(i),
                        {"director", "manager", "chief", "head", "secretary", "minister", "officer", "professor",
                         "editor", "mayor", "commissioner", "counsel", "attorney", "president", "chair"}))
      return true;
  }
  return false;
}

}  // namespace quoth::transcripts
