// SPDX-License-Identifier: MIT
#include "match/edits/name_edit.hpp"

#include <algorithm>
#include <string>

#include "match/edits/transcript_slip.hpp"
#include "match/words/inflection.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "match/words/sound_key.hpp"

namespace quoth::match {

namespace {

// The capitalised words of a range, in lower case, without function words and words capitalised only as the first of
// a sentence.
std::string name_in(TokenSequence const& tokens, TokenRange range) {
  std::string name;
  for (auto i = range.first; i < range.last; ++i) {
    if (!is_capital(tokens.surface(i)) || is_function_word(tokens.key(i)) || tokens[i].is(WordToken::contracted))
      continue;
    if (opens_sentences(tokens.key(i)) && begins_sentence(tokens, i)) continue;
    if (!name.empty()) name += ' ';
    name += tokens.key(i);
  }
  return name;
}

// Whether the words are part of a name, like "Donald J." before "Trump".
bool is_inside_name(TokenSequence const& tokens, TokenRange range) {
  if (range.last >= tokens.size() || !is_capital(tokens.surface(range.last)) || begins_sentence(tokens, range.first))
    return false;
  for (auto i = range.first; i < range.last; ++i) {
    if (!is_capital(tokens.surface(i)) || is_function_word(tokens.key(i))) return false;
  }
  return true;
}

// Whether the transcriber notes that the name is written as it sounded: "Curio (PH)".
bool is_phonetic(TokenSequence const& tokens, TokenRange range) {
  return range.last < tokens.size() && tokens[range.last].is(WordToken::optional) &&
         (tokens.key(range.last) == "ph" || tokens.key(range.last) == "phonetic");
}

// Whether a given name stands before token `i`.
bool follows_given_name(TokenSequence const& tokens, std::size_t i) {
  return i > 0 && tokens.before(i) == " " && is_capital(tokens.surface(i - 1)) && !is_title(tokens.key(i - 1)) &&
         !opens_sentences(tokens.key(i - 1)) && !is_function_word(tokens.key(i - 1));
}

// Whether `longer` is `shorter` with a vowel more, inside a long name: "Aquainas" for "Aquinas".
bool has_vowel_more(std::string_view longer, std::string_view shorter) {
  constexpr std::size_t least = 6;  // letters
  if (shorter.size() < least || !lacks_a_letter(shorter, longer) || shorter.back() != longer.back()) return false;
  auto const at = std::ranges::mismatch(shorter, longer).in2;
  return at != longer.begin() && std::string_view("aeiou").find(*at) != std::string_view::npos;
}

// Whether one of two names, `a` at token `q` and `b` at token `s`, is evidently misspelt: a surname lacks a letter
// behind the same given name, or a long name a vowel.
bool is_misspelt(TokenSequence const& quote, std::size_t q, std::string_view a, TokenSequence const& source,
                 std::size_t s, std::string_view b) {
  constexpr std::size_t shortest = 4;  // letters
  if (has_vowel_more(a, b) || has_vowel_more(b, a)) return true;
  if (std::min(a.size(), b.size()) < shortest || !(lacks_a_letter(a, b) || lacks_a_letter(b, a))) return false;
  return q > 0 && follows_given_name(source, s) && quote[q - 1].id == source[s - 1].id;
}

}  // namespace

std::optional<Classification> classify_names(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                             TokenRange s) {
  if (q.empty() && is_inside_name(source, s)) return Classification{EditClass::name_form, "a shorter form of the name"};
  if (q.empty() || s.empty()) return std::nullopt;
  auto const a = name_in(quote, q);
  auto const b = name_in(source, s);
  // "Pleasingly," is capitalised as the first word only.
  if (a.ends_with("ly") && b.ends_with("ly") && begins_sentence(source, s.first)) return std::nullopt;
  if (a.empty() || b.empty() || a == b || same_lemma(a, b)) return std::nullopt;
  if (same_name(a, b)) return Classification{EditClass::name_form, "names for the same"};
  if (is_title(a) != is_title(b)) return Classification{EditClass::name_form, "a title for a given name"};
  if (a.ends_with(" " + b) || b.ends_with(" " + a))
    return Classification{EditClass::name_form, "a longer form of the name"};
  if (sounds_alike(a, b) || (is_phonetic(source, s) && a.front() == b.front()))
    return Classification{EditClass::homophone, "names that sound alike"};
  if (q.size() == 1 && s.size() == 1 && is_misspelt(quote, q.first, a, source, s.first, b))
    return Classification{EditClass::name_form, "a name with a letter more or less"};
  return Classification{EditClass::named_entity, "another name"};
}

}  // namespace quoth::match
