// SPDX-License-Identifier: MIT
#include "match/edits/word_edit.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "match/edits/hidden_meaning.hpp"
#include "match/edits/name_edit.hpp"
#include "match/edits/number_edit.hpp"
#include "match/edits/rewording.hpp"
#include "match/edits/spelling_edit.hpp"
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
  return i < tokens.size() && tokens.before(i).find_first_not_of(' ') != std::string_view::npos;
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
    if (has_same_words()) return {EditClass::content_word, "the same words in another order"};
    for (auto rule : rules) {
      if (auto found = (this->*rule)()) return *found;
    }
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

  // Whether the source's "going" lacks its "is" or "are", as in "we going to win": the transcript is not to be trusted.
  bool is_garbled(std::size_t i) const {
    constexpr std::size_t reach = 4;  // words, for "are we really going to"
    if (source_.key(i) != "going") return false;
    auto first = i;
    while (first > 0 && i - first < reach && source_[first - 1].part == source_[i].part) {
      if (FrameLexicon::instance().holds("being", source_, --first)) return false;
    }
    return true;
  }

  // Whether the modal verb left out has its own subject and verb among the words left out: "I'll give you".
  bool has_own_clause(MeaningAt const& modal) const {
    return modal.first > s_.first && is_pronoun(source_.key(modal.first - 1)) && modal.last < s_.last;
  }

  // "You will see in the table", for "you see": the modal verb only points.
  static bool only_points(TokenSequence const& tokens, MeaningAt const& modal) {
    static constexpr std::array<std::string_view, 6> verbs{"see", "notice", "hear", "recall", "remember", "know"};
    return modal.first > 0 && modal.last < tokens.size() && tokens.key(modal.first - 1) == "you" &&
           std::ranges::find(verbs, tokens.key(modal.last)) != verbs.end();
  }

  // Whether the source's "except" is a verb after its subject, misheard for "expect".
  bool is_misheard_except(MeaningAt const& found) const {
    static constexpr std::array<std::string_view, 4> subjects{"i", "we", "you", "they"};
    return found.first > 0 && source_.key(found.first) == "except" &&
           std::ranges::find(subjects, source_.key(found.first - 1)) != subjects.end();
  }

  // Compares the two sides family by family, such as quantity with quantity.
  std::optional<Classification> as_meaning() const {
    auto in_quote = meanings_in(quote_, q_.first, q_.last);
    auto in_source = meanings_in(source_, s_.first, s_.last);
    auto const is_modal = [](MeaningAt const& found) { return found.meaning.family == EditClass::modality; };
    auto const garbled =
        std::erase_if(in_source, [&](MeaningAt const& found) { return is_modal(found) && is_garbled(found.first); });
    if (garbled > 0 && std::ranges::any_of(in_quote, is_modal))
      return Classification{EditClass::mishearing, "“going to” without “is” or “are” in the transcript"};
    if (replaces()) std::erase_if(in_source, [&](MeaningAt const& found) { return is_misheard_except(found); });
    auto const& one_side = q_.empty() ? in_source : in_quote;
    if (q_.size() + s_.size() == 1 && one_side.size() == 1 && is_modal(one_side.front()) &&
        only_points(q_.empty() ? source_ : quote_, one_side.front()))
      return Classification{EditClass::function_word, "a modal verb that only points"};
    if (q_.empty())
      std::erase_if(in_source, [&](MeaningAt const& found) { return is_modal(found) && has_own_clause(found); });
    for (auto const& found : in_quote) {
      if (auto edit = compare_family(found.meaning.family, in_quote, in_source)) return edit;
    }
    for (auto const& found : in_source) {
      if (auto edit = compare_family(found.meaning.family, in_quote, in_source)) return edit;
    }
    return std::nullopt;
  }

  // Whether the quotation says the same shortly before, or right behind: "we need to go and win" for "we need to go, we
  // need to win", "if they win" for "if we, if they win".
  bool still_said(Meaning const& meaning) const {
    constexpr std::size_t close_by = 8;  // words
    constexpr std::size_t right_behind = 2;
    auto nearby = meanings_in(quote_, q_.first - std::min(q_.first, close_by), q_.first);
    // Where the passage stands for the quotation, the words behind are those after the ones left out.
    auto const last = &quote_ == &source_ ? s_.last : q_.last;
    auto const behind = meanings_in(quote_, last, std::min(last + right_behind, quote_.size()));
    nearby.insert(nearby.end(), behind.begin(), behind.end());
    return std::ranges::any_of(nearby, [&](MeaningAt const& found) {
      return found.meaning.family == meaning.family && found.meaning.group == meaning.group;
    });
  }

  std::optional<Classification> compare_family(std::optional<EditClass> family, std::vector<MeaningAt> const& in_quote,
                                               std::vector<MeaningAt> const& in_source) const {
    if (!family || family == EditClass::negation) return std::nullopt;
    std::string const name(to_string(*family));
    auto const of_family = [&](MeaningAt const& found) { return found.meaning.family == family; };
    auto const has_group = [&](std::vector<MeaningAt> const& meanings, std::uint16_t group) {
      return std::ranges::any_of(
          meanings, [&](MeaningAt const& found) { return of_family(found) && found.meaning.group == group; });
    };
    auto const quote_has = std::ranges::any_of(in_quote, of_family);
    auto const source_has = std::ranges::any_of(in_source, of_family);
    if (quote_has && source_has) {
      auto const shared = std::ranges::any_of(in_quote, [&](MeaningAt const& found) {
        return of_family(found) && has_group(in_source, found.meaning.group);
      });
      if (shared) return std::nullopt;
      return Classification{*family, "another " + name};
    }
    if (is_rewritten()) return std::nullopt;
    auto const added = std::ranges::any_of(in_quote, [&](MeaningAt const& found) {
      return of_family(found) && (found.meaning.matters_alone || found.meaning.matters_added);
    });
    if (added) return Classification{*family, name + " added"};
    auto const left_out = std::ranges::any_of(in_source, [&](MeaningAt const& found) {
      return of_family(found) && found.meaning.matters_alone && !still_said(found.meaning);
    });
    if (left_out) return Classification{*family, name + " left out"};
    return std::nullopt;
  }

  // Whether the words are replaced by others altogether, so that a quantity among them is not one added or left out:
  // "a policy for all of them" for "what he perhaps intends".
  bool is_rewritten() const {
    constexpr std::size_t least = 4;  // words of weight on both sides
    auto const printed = weighty_words(quote_, q_);
    auto const spoken = weighty_words(source_, s_);
    return printed > 0 && spoken > 0 && printed + spoken >= least;
  }

  static std::size_t weighty_words(TokenSequence const& tokens, TokenRange range) {
    auto const meanings = meanings_in(tokens, range.first, range.last);
    std::size_t weighty = 0;
    for (auto i = range.first; i < range.last; ++i) {
      auto const has_meaning =
          std::ranges::any_of(meanings, [&](MeaningAt const& found) { return found.first <= i && i < found.last; });
      if (!has_meaning && !is_function_word(tokens.key(i)) && !tokens[i].is(WordToken::optional)) ++weighty;
    }
    return weighty;
  }

  // Calls `pair` with each pair of a word of the quotation and a word of the passage.
  template <class Pair>
  void for_pairs(Pair pair) const {
    if (q_.size() > longest_paired || s_.size() > longest_paired) return;
    for (auto i = q_.first; i < q_.last; ++i) {
      for (auto j = s_.first; j < s_.last; ++j) pair(quote_.key(i), source_.key(j));
    }
  }

  std::optional<Classification> as_opposite() const {
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
    if (replaces() && q_.size() <= 3 && is_unheard())
      return Classification{EditClass::mishearing, "words that the transcript could not hear"};
    if (!replaces() || q_.size() > 3 || s_.size() > 3) return std::nullopt;
    auto const a = letters_of(quote_, q_);
    auto const b = letters_of(source_, s_);
    if (are_homophones(a.with_apostrophes, b.with_apostrophes))
      return Classification{EditClass::homophone, "words that sound the same"};
    if (same_inflected_word()) return std::nullopt;
    if (sounds_alike(a.letters, b.letters) || sounds_close(a.letters, b.letters))
      return Classification{EditClass::mishearing, "words that sound alike"};
    return std::nullopt;
  }

  bool same_inflected_word() const { return one_word_each() && same_lemma(quoted(), spoken()); }

  std::optional<Classification> as_pronoun() const {
    if (!one_word_each() || !is_pronoun(quoted()) || !is_pronoun(spoken())) return std::nullopt;
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
    return std::nullopt;
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

  std::optional<Classification> as_function_words() const {
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
