// SPDX-License-Identifier: MIT
#include "match/edits/word_edit.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "match/edits/hidden_meaning.hpp"
#include "match/edits/meaning_edit.hpp"
#include "match/edits/name_edit.hpp"
#include "match/edits/number_edit.hpp"
#include "match/edits/rewording.hpp"
#include "match/edits/spelling_edit.hpp"
#include "match/sound/sound_similarity.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/inflection.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "match/words/sound_key.hpp"
#include "match/words/spelling.hpp"

namespace quoth::match {

namespace {

// In words: longer ranges are not searched for pairs of opposites.
constexpr std::size_t longest_paired = 6;

// Whether punctuation precedes token `i`.
bool parted(TokenSequence const& tokens, std::size_t i) {
  return tokens.before(i).find_first_not_of(' ') != std::string_view::npos;
}

// Whether words that begin with the same letter sound nearly alike: "halls", "holes"; "turn", "term".
bool are_heard_alike(std::string_view a, std::string_view b) {
  constexpr double least = 0.7;        // similarity; "wind" and "win" have less
  constexpr std::size_t shortest = 3;  // letters
  if (std::min(a.size(), b.size()) < shortest || a.size() > b.size() + shortest || b.size() > a.size() + shortest)
    return false;
  return a.front() == b.front() && sound_similarity(a, b) >= least;
}

class WordComparison {
 public:
  WordComparison(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s)
      : quote_(quote), q_(q), source_(source), s_(s) {}

  Classification classify() const {
    using Rule = std::optional<Classification> (WordComparison::*)() const;
    static constexpr std::array<Rule, 12> rules{
        &WordComparison::as_spelling,   &WordComparison::as_rewording, &WordComparison::as_number,
        &WordComparison::as_negation,   &WordComparison::as_meaning,   &WordComparison::as_opposite,
        &WordComparison::as_name,       &WordComparison::as_sound,     &WordComparison::as_pronoun,
        &WordComparison::as_inflection, &WordComparison::as_limit,     &WordComparison::as_function_words};
    if (is_cut_short()) return {EditClass::omission, "letters left out at the end"};
    if (has_same_words()) return {EditClass::content_word, "the same words in another order"};
    for (auto rule : rules) {
      if (auto found = (this->*rule)()) return *found;
    }
    if (auto found = word_by_word()) return *found;
    if (s_.empty()) return {EditClass::addition, "words added"};
    if (q_.empty()) return {EditClass::omission, "words left out"};
    return {EditClass::content_word, "another word"};
  }

 private:
  bool has_same_words() const {
    if (q_.size() < 2 || q_.size() != s_.size()) return false;
    std::vector<std::uint64_t> quoted;
    std::vector<std::uint64_t> spoken;
    for (std::size_t k = 0; k < q_.size(); ++k) {
      quoted.push_back(quote_[q_.first + k].id);
      spoken.push_back(source_[s_.first + k].id);
    }
    return std::ranges::is_permutation(quoted, spoken);
  }

  // "Bed signs" for "bad sign": as many words on either side, each another form of its fellow or sounding like it.
  std::optional<Classification> word_by_word() const {
    constexpr std::size_t longest = 3;  // words
    if (q_.size() < 2 || q_.size() > longest || q_.size() != s_.size()) return std::nullopt;
    std::optional<Classification> gravest;
    for (std::size_t k = 0; k < q_.size(); ++k) {
      auto const q = q_.first + k;
      auto const s = s_.first + k;
      if (quote_[q].id == source_[s].id) continue;
      auto found = WordComparison(quote_, {q, q + 1}, source_, {s, s + 1}).classify();
      auto const is_sound = found.edit_class == EditClass::mishearing;
      if (!is_sound && found.edit_class != EditClass::inflection) return std::nullopt;
      if (!gravest || is_sound) gravest = std::move(found);
    }
    return gravest;
  }

  // Whether the last word of the quotation lacks its end: "hal" for "half".
  bool is_cut_short() const {
    constexpr std::size_t shortest = 3;   // letters
    constexpr std::size_t most_lost = 2;  // letters
    if (!one_word_each() || q_.last != quote_.size() || quoted().size() < shortest || is_function_word(quoted()))
      return false;
    auto const is_whole = same_lemma(quoted(), spoken()) || !meanings_in(quote_, q_.first, q_.last).empty() ||
                          quote_[q_.first].is(WordToken::number) || source_[s_.first].is(WordToken::number);
    return !is_whole && spoken().starts_with(quoted()) && spoken().size() - quoted().size() <= most_lost;
  }

  bool replaces() const { return !q_.empty() && !s_.empty(); }
  bool one_word_each() const { return q_.size() == 1 && s_.size() == 1; }
  std::string_view quoted() const { return quote_.key(q_.first); }
  std::string_view spoken() const { return source_.key(s_.first); }

  std::optional<Classification> as_spelling() const { return classify_spelling(quote_, q_, source_, s_); }

  std::optional<Classification> as_rewording() const { return classify_rewording(quote_, q_, source_, s_); }

  // The "point" of "point five", where the other side has "five".
  bool is_decimal_point() const {
    auto const is_point = [](TokenSequence const& tokens, TokenRange range) {
      return range.size() == 1 && tokens.key(range.first) == "point" && range.last < tokens.size() &&
             tokens[range.last].is(WordToken::number);
    };
    return (q_.empty() && is_point(source_, s_)) || (s_.empty() && is_point(quote_, q_));
  }

  std::optional<Classification> as_number() const {
    if (is_decimal_point()) return Classification{EditClass::number, "a decimal point left out or added"};
    return classify_numbers(quote_, q_, source_, s_);
  }

  static std::size_t negations(TokenSequence const& tokens, TokenRange range, bool with_answers = true) {
    auto const meanings = meanings_in(tokens, range.first, range.last);
    return static_cast<std::size_t>(std::ranges::count_if(meanings, [&](MeaningAt const& found) {
      return found.meaning.family == EditClass::negation && (with_answers || !is_answer(tokens, found.first));
    }));
  }

  static bool is_listed_negation(std::string_view key) {
    TokenSequence alone;
    alone.append(key);
    return negations(alone, {0, alone.size()}) > 0;
  }

  std::optional<Classification> as_negation() const {
    auto in_quote = negations(quote_, q_, replaces());
    auto in_source = negations(source_, s_, replaces());
    for_pairs([&](std::string_view a, std::string_view b) {
      if (!is_negated_form(a, b) || is_listed_negation(a) || is_listed_negation(b)) return;
      (a.size() > b.size() || a.ends_with("less") ? in_quote : in_source) += 1;
    });
    if (in_quote == in_source) return std::nullopt;
    if ((in_quote + in_source) % 2 == 0 && replaces())
      return Classification{EditClass::double_negation, "two negations for none"};
    return Classification{EditClass::negation, in_quote > in_source ? "a negation added" : "a negation left out"};
  }

  std::optional<Classification> as_meaning() const { return classify_meaning(quote_, q_, source_, s_); }

  // Calls `pair` with each pair of a word of the quotation and a word of the passage.
  template <class Pair>
  void for_pairs(Pair pair) const {
    if (q_.size() > longest_paired || s_.size() > longest_paired) return;
    for (auto i = q_.first; i < q_.last; ++i) {
      for (auto j = s_.first; j < s_.last; ++j) pair(quote_.key(i), source_.key(j));
    }
  }

  // "Not for boats and nets", for "not for boats or nets": under a negation both deny the one and the other.
  bool joins_under_negation() const {
    constexpr std::size_t reach = 20;  // words
    if (!one_word_each() || !((quoted() == "and" && spoken() == "or") || (quoted() == "or" && spoken() == "and")))
      return false;
    return negations(source_, {sentence_begin(source_, s_.first, reach), s_.first}, false) > 0;
  }

  std::optional<Classification> as_opposite() const {
    if (joins_under_negation()) return std::nullopt;
    std::optional<Classification> found;
    for_pairs([&](std::string_view a, std::string_view b) {
      if (found) return;
      if (are_opposites(a, b) && !is_listed_negation(a) && !is_listed_negation(b))
        found = Classification{EditClass::opposite, "the opposite word"};
      if (exclude_each_other(a, b)) found = Classification{EditClass::unit, "another one of a set"};
    });
    return found;
  }

  std::optional<Classification> as_name() const { return classify_names(quote_, q_, source_, s_); }

  // Words printed where the transcriber heard none: "<inaudible>".
  bool is_unheard() const {
    return s_.size() == 1 && (spoken() == "inaudible" || spoken() == "unintelligible" || spoken() == "indiscernible");
  }

  std::optional<Classification> as_sound() const {
    if (one_word_each() && is_demonstrative(quoted()) && is_demonstrative(spoken())) return std::nullopt;
    if (replaces() && q_.size() <= 3 && is_unheard())
      return Classification{EditClass::mishearing, "words that the transcript could not hear"};
    if (!replaces() || q_.size() > 3 || s_.size() > 3) return std::nullopt;
    auto const a = letters_of(quote_, q_);
    auto const b = letters_of(source_, s_);
    if (are_homophones(a.with_apostrophes, b.with_apostrophes))
      return Classification{EditClass::homophone, "words that sound the same"};
    if (same_inflected_word()) return std::nullopt;
    if (sounds_alike(a.letters, b.letters) || sounds_close(a.letters, b.letters) ||
        are_heard_alike(a.letters, b.letters))
      return Classification{EditClass::mishearing, "words that sound alike"};
    return std::nullopt;
  }

  bool same_inflected_word() const { return one_word_each() && same_lemma(quoted(), spoken()); }

  static bool is_demonstrative(std::string_view key) {
    return key == "it" || key == "this" || key == "that" || key == "there";
  }

  std::optional<Classification> as_pronoun() const {
    if (!one_word_each() || !is_pronoun(quoted()) || !is_pronoun(spoken())) return std::nullopt;
    if (is_demonstrative(quoted()) && is_demonstrative(spoken()))
      return Classification{EditClass::function_word, "another pointer to the matter"};
    return Classification{EditClass::pronoun, "another pronoun"};
  }

  // Drops a possessive: "'s investment" becomes "investment", "president's" becomes "president".
  static TokenRange without_possessive(TokenSequence const& tokens, TokenRange range) {
    if (range.size() > 1 && tokens[range.first].is(WordToken::clitic_s)) ++range.first;
    if (range.size() > 1 && tokens[range.last - 1].is(WordToken::clitic_s)) --range.last;
    return range;
  }

  std::optional<Classification> as_inflection() const {
    auto const q = without_possessive(quote_, q_);
    auto const s = without_possessive(source_, s_);
    if (q.size() == 1 && s.size() == 1 && same_lemma(quote_.key(q.first), source_.key(s.first)))
      return Classification{EditClass::inflection, "another form of the word"};
    return as_mended_verb();
  }

  // "We are operating in" for "we operate in": one word of weight on either side, and it is the same.
  std::optional<Classification> as_mended_verb() const {
    constexpr std::size_t longest = 3;  // words
    if (!replaces() || q_.size() > longest || s_.size() > longest) return std::nullopt;
    auto const printed = only_weighty(quote_, q_);
    auto const spoken = only_weighty(source_, s_);
    if (!printed || !spoken || !same_lemma(quote_.key(*printed), source_.key(*spoken))) return std::nullopt;
    return Classification{EditClass::inflection, "another form of the verb"};
  }

  // The one word of a range that is no function word.
  static std::optional<std::size_t> only_weighty(TokenSequence const& tokens, TokenRange range) {
    std::optional<std::size_t> found;
    for (auto i = range.first; i < range.last; ++i) {
      if (is_function_word(tokens.key(i)) || is_clitic(tokens[i])) continue;
      if (found) return std::nullopt;
      found = i;
    }
    return found;
  }

  // Whether the "little" at `i` is an amount, as in "little hope", and not a size, as in "little bubble".
  static bool is_amount(TokenSequence const& tokens, std::size_t i) {
    auto const next = i + 1;
    return next >= tokens.size() || parted(tokens, next) || is_function_word(tokens.key(next)) ||
           FrameLexicon::instance().holds("mass", tokens, next);
  }

  // "a little" and "little", "not just" and "not".
  std::optional<Classification> as_limit() const {
    if (q_.size() + s_.size() != 1) return std::nullopt;
    auto const& tokens = q_.empty() ? source_ : quote_;
    auto const at = q_.empty() ? s_.first : q_.first;
    auto const key = tokens.key(at);
    auto const next = at + 1 < tokens.size() ? tokens.key(at + 1) : std::string_view{};
    auto const is_few = key == "a" && (next == "few" || (next == "little" && is_amount(tokens, at + 1)));
    auto const is_not_just = key == "just" && at > 0 && tokens.key(at - 1) == "not";
    if (!is_few && !is_not_just) return std::nullopt;
    return Classification{EditClass::quantity, "a word that sets the limit"};
  }

  // "If you look at the table", for "we look at the table": a frame that sets no condition.
  bool is_pointing_if() const {
    auto const looks = [](TokenSequence const& tokens, TokenRange range) {
      return range.size() == 2 && tokens.key(range.first) == "if" &&
             !meanings_in(tokens, range.first, range.last).empty() &&
             !meanings_in(tokens, range.first, range.last).front().meaning.family;
    };
    auto const is_subject = [](TokenSequence const& tokens, TokenRange range) {
      return range.empty() || (range.size() == 1 && is_pronoun(tokens.key(range.first)));
    };
    return (looks(quote_, q_) && is_subject(source_, s_)) || (looks(source_, s_) && is_subject(quote_, q_));
  }

  std::optional<Classification> as_function_words() const {
    if (is_pointing_if()) return Classification{EditClass::function_word, "a frame that only points"};
    auto const only = [](TokenSequence const& tokens, TokenRange range) {
      for (auto i = range.first; i < range.last; ++i) {
        if (!is_function_word(tokens.key(i)) && !is_clitic(tokens[i])) return false;
      }
      return true;
    };
    if (!only(quote_, q_) || !only(source_, s_)) return std::nullopt;
    return Classification{EditClass::function_word, "a function word"};
  }

  TokenSequence const& quote_;
  TokenRange q_;
  TokenSequence const& source_;
  TokenRange s_;
};

}  // namespace

Classification classify_words(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s) {
  return WordComparison(quote, q, source, s).classify();
}

}  // namespace quoth::match
