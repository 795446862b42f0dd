// SPDX-License-Identifier: MIT
#include "match/edits/bracket_edit.hpp"

#include <algorithm>

#include "match/edits/hidden_meaning.hpp"
#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

// In words: a bracket that replaces up to this many, of little weight, still clarifies.
constexpr std::size_t longest_clarified = 4;
// In words: where neither side is longer, one word plainly stands for the other.
constexpr std::size_t longest_turned = 3;

bool turns_meaning(EditClass edit_class) {
  switch (edit_class) {
    case EditClass::opposite:
    case EditClass::unit:
    case EditClass::number:
    case EditClass::quantity:
    case EditClass::frequency:
    case EditClass::modality:
    case EditClass::negation:
    case EditClass::comparison:
      return true;
    default:
      return false;
  }
}

bool share_word(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s) {
  for (auto i = q.first; i < q.last; ++i) {
    for (auto j = s.first; j < s.last; ++j) {
      if (quote[i].id == source[j].id && !is_function_word(quote.key(i))) return true;
    }
  }
  return false;
}

// The number of words that say something themselves.
std::size_t weighty_words(TokenSequence const& tokens, TokenRange range) {
  std::size_t weighty = 0;
  for (auto i = range.first; i < range.last; ++i) {
    if (!is_function_word(tokens.key(i)) && !is_answer(tokens, i) && !tokens[i].is(WordToken::optional) &&
        !tokens[i].is(WordToken::clitic_s))
      ++weighty;
  }
  return weighty;
}

// Whether the tokens are nothing but words that decide the meaning, as "not" and "at least", so that they explain
// nothing.
bool only_decides(TokenSequence const& tokens, TokenRange range) {
  auto const meanings = meanings_in(tokens, range.first, range.last);
  for (auto i = range.first; i < range.last; ++i) {
    auto const decides =
        std::ranges::any_of(meanings, [&](MeaningAt const& found) { return found.first <= i && i < found.last; });
    if (!decides && !is_function_word(tokens.key(i))) return false;
  }
  return !meanings.empty();
}

}  // namespace

Classification classify_bracket(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s) {
  if (s.empty()) {
    auto added = classify_words(quote, q, source, s);
    if (turns_meaning(added.edit_class) && only_decides(quote, q)) return added;
    return {EditClass::bracket, "words added in brackets"};
  }
  if (auto const hidden = hidden_meaning(source, s, false))
    return {EditClass::hiding_ellipsis, "a bracket hides a word of " + std::string(to_string(*hidden))};
  auto replaced = classify_words(quote, q, source, s);
  auto const edit_class = replaced.edit_class;
  bool const is_value = edit_class == EditClass::number || edit_class == EditClass::opposite;
  if (turns_meaning(edit_class) && q.size() <= longest_turned && s.size() <= longest_turned &&
      (is_value || only_decides(quote, q)))
    return replaced;
  auto const weighty = weighty_words(source, s);
  if (weighty == 0) return {EditClass::bracket, "stands for words that only point"};
  if (turns_meaning(edit_class))
    return {EditClass::bracket_replaces, "says something else than the word it stands for"};
  if (edit_class == EditClass::name_form || edit_class == EditClass::inflection ||
      edit_class == EditClass::number_style || s.size() <= 1 || share_word(quote, q, source, s))
    return {EditClass::bracket, "says more clearly what was meant"};
  if (weighty <= 1 && s.size() <= longest_clarified) return {EditClass::bracket, "stands for few words"};
  return {EditClass::bracket_replaces, "stands for words that say something themselves"};
}

Classification classify_bracket_in_word(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                        TokenRange s) {
  auto changed = classify_words(quote, q, source, s);
  auto const edit_class = changed.edit_class;
  if (edit_class == EditClass::negation || edit_class == EditClass::number || edit_class == EditClass::opposite)
    return changed;
  return {EditClass::bracket, "a word changed inside brackets"};
}

}  // namespace quoth::match
