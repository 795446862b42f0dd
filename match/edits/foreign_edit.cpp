// SPDX-License-Identifier: MIT
#include "match/edits/foreign_edit.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "match/edits/meaning_edit.hpp"
#include "match/words/german_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "match/words/word_language.hpp"

namespace quoth::match {

namespace {

class ForeignComparison {
 public:
  ForeignComparison(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s)
      : quote_(quote), q_(q), source_(source), s_(s) {}

  Classification classify() const {
    if (auto const found = as_number()) return *found;
    if (quote_.language() == WordLanguage::german) {
      if (auto const found = as_negation()) return *found;
      if (auto const found = classify_meaning(quote_, q_, source_, s_)) return *found;
      if (auto const found = as_opposite()) return *found;
    } else if (auto const found = as_name()) {
      return *found;
    }
    if (letters(quote_, q_) == letters(source_, s_)) return {EditClass::compound, "the same letters"};
    if (has_same_stem()) return {EditClass::inflection, "another form of the word"};
    if (only_function_words()) return {EditClass::function_word, "a function word"};
    if (s_.empty()) return {EditClass::addition, "words added"};
    if (q_.empty()) return {EditClass::omission, "words left out"};
    return {EditClass::content_word, "another word"};
  }

 private:
  bool one_word_each() const { return q_.size() == 1 && s_.size() == 1; }

  static std::vector<double> numbers(TokenSequence const& tokens, TokenRange range) {
    std::vector<double> values;
    for (auto i = range.first; i < range.last; ++i)
      if (tokens[i].is(WordToken::number)) values.push_back(tokens[i].value);
    std::ranges::sort(values);
    return values;
  }

  std::optional<Classification> as_number() const {
    auto const printed = numbers(quote_, q_);
    auto const spoken = numbers(source_, s_);
    if (printed != spoken) return Classification{EditClass::number, "another number"};
    bool const nothing_else = printed.size() == q_.size() && spoken.size() == s_.size();
    if (printed.empty() || !nothing_else) return std::nullopt;
    return Classification{EditClass::number_style, "the same value"};
  }

  static std::size_t negations(TokenSequence const& tokens, TokenRange range) {
    auto const meanings = meanings_in(tokens, range.first, range.last);
    return static_cast<std::size_t>(std::ranges::count_if(
        meanings, [](MeaningAt const& found) { return found.meaning.family == EditClass::negation; }));
  }

  std::optional<Classification> as_negation() const {
    auto const printed = negations(quote_, q_);
    auto const spoken = negations(source_, s_);
    if (printed == spoken) return std::nullopt;
    return Classification{EditClass::negation, printed > spoken ? "a negation added" : "a negation left out"};
  }

  std::optional<Classification> as_opposite() const {
    constexpr std::size_t longest = 6;  // words on a side
    if (q_.size() > longest || s_.size() > longest) return std::nullopt;
    for (auto i = q_.first; i < q_.last; ++i) {
      for (auto j = s_.first; j < s_.last; ++j) {
        if (are_german_opposites(quote_.key(i), source_.key(j)))
          return Classification{EditClass::opposite, "the opposite word"};
        if (exclude_in_german(quote_.key(i), source_.key(j)))
          return Classification{EditClass::unit, "another one of a set"};
      }
    }
    return std::nullopt;
  }

  // Two words with capitals inside a sentence, in a language that writes only names so.
  std::optional<Classification> as_name() const {
    if (!one_word_each()) return std::nullopt;
    auto const is_name = [](TokenSequence const& tokens, std::size_t i) {
      return is_capital(tokens.surface(i)) && !begins_sentence(tokens, i);
    };
    if (!is_name(quote_, q_.first) || !is_name(source_, s_.first) || has_same_stem()) return std::nullopt;
    return Classification{EditClass::named_entity, "another name"};
  }

  static std::string letters(TokenSequence const& tokens, TokenRange range) {
    std::string joined;
    for (auto i = range.first; i < range.last; ++i) joined += tokens.key(i);
    return joined;
  }

  // Whether the words differ in their endings only.
  bool has_same_stem() const {
    if (!one_word_each()) return false;
    constexpr std::size_t shortest = 3;        // letters of a stem
    constexpr std::size_t longest_ending = 3;  // letters
    auto const a = quote_.key(q_.first);
    auto const b = source_.key(s_.first);
    auto const [end_a, end_b] = std::ranges::mismatch(a, b);
    auto const stem = static_cast<std::size_t>(end_a - a.begin());
    return stem >= shortest && a.size() - stem <= longest_ending && b.size() - stem <= longest_ending;
  }

  bool only_function_words() const {
    if (quote_.language() != WordLanguage::german) return false;
    auto const only = [](TokenSequence const& tokens, TokenRange range) {
      for (auto i = range.first; i < range.last; ++i)
        if (!is_german_function_word(tokens.key(i))) return false;
      return true;
    };
    return only(quote_, q_) && only(source_, s_);
  }

  TokenSequence const& quote_;
  TokenRange q_;
  TokenSequence const& source_;
  TokenRange s_;
};

}  // namespace

Classification classify_foreign(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s) {
  return ForeignComparison(quote, q, source, s).classify();
}

namespace {

bool is_negation(TokenSequence const& tokens, std::size_t i) {
  auto const meanings = meanings_in(tokens, i, i + 1);
  return !meanings.empty() && meanings.front().meaning.family == EditClass::negation;
}

// Whether both are words of one clause: nothing but a blank is between them.
bool are_joined(TokenSequence const& tokens, std::size_t second) {
  return second > 0 && second < tokens.size() && tokens[second - 1].part == tokens[second].part &&
         tokens.before(second) == " ";
}

}  // namespace

std::optional<CutNegation> negation_beside(TokenSequence const& source, TokenRange passage) {
  auto const next = passage.last;
  if (are_joined(source, next) && is_negation(source, next) && !are_joined(source, next + 1)) {
    auto const whole = begins_sentence(source, passage.first);
    return CutNegation{
        {whole ? EditClass::negation : EditClass::negated, "a negation left out at the end of the clause"},
        {next, next + 1},
        true};
  }
  if (are_joined(source, passage.first) && is_negation(source, passage.first - 1))
    return CutNegation{{EditClass::negated, "cut off behind its negation"}, {passage.first - 1, passage.first}, false};
  return std::nullopt;
}

}  // namespace quoth::match
