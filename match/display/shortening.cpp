// SPDX-License-Identifier: MIT
#include "match/display/shortening.hpp"

#include <algorithm>
#include <array>

#include "text/words/words.hpp"

namespace quoth::match {

namespace {

bool is_finite(std::string_view word) {
  constexpr std::array<std::string_view, 22> verbs{"am",  "are",  "can",  "could", "did",    "do",   "does",  "had",
                                                   "has", "have", "is",   "may",   "might",  "must", "shall", "should",
                                                   "was", "were", "will", "would", "cannot", "need"};
  return std::ranges::find(verbs, word) != verbs.end();
}

// Words behind which a clause begins, with a subject of its own.
bool begins_clause(std::string_view word) {
  constexpr std::array<std::string_view, 19> words{
      "after", "although", "and",  "as",     "because", "before", "but",   "if",      "nor",  "or",
      "since", "so",       "that", "though", "until",   "when",   "where", "whereas", "while"};
  return std::ranges::find(words, word) != words.end();
}

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "whose";
}

bool changes_subject(Edit const& edit, std::string_view passage) {
  constexpr std::size_t longest_subject = 8;  // words
  constexpr std::size_t reach = 64;           // bytes
  if (edit.op != Edit::Op::remove || edit.source_span.last > passage.size()) return false;
  text::WordList words;
  text::split_words(passage.substr(edit.source_span.last, reach), words);
  if (words.empty() || !is_finite(words.key(0))) return false;
  text::split_words(edit.source, words);
  if (words.empty() || is_relative(words.key(0))) return false;
  // The subject stands between the last word that begins a clause and the verb.
  for (auto i = words.size(); i-- > 1 && words.size() - i <= longest_subject + 1;) {
    if (is_finite(words.key(i))) return false;
    if (begins_clause(words.key(i))) return i + 1 < words.size();
  }
  return false;
}

}  // namespace

bool changes_subject(Finding const& finding) {
  return std::ranges::any_of(finding.evidence, [](Evidence const& evidence) {
    return std::ranges::any_of(evidence.edits, [&](Edit const& edit) { return changes_subject(edit, evidence.text); });
  });
}

}  // namespace quoth::match
