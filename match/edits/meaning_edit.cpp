// SPDX-License-Identifier: MIT
#include "match/edits/meaning_edit.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"

namespace quoth::match {

namespace {

class MeaningComparison {
 public:
  MeaningComparison(TokenSequence const& quote, TokenRange q, TokenSequence const& source, TokenRange s)
      : quote_(quote), q_(q), source_(source), s_(s) {}

  // Compares the two sides family by family, such as quantity with quantity.
  std::optional<Classification> classify() const {
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

 private:
  bool replaces() const { return !q_.empty() && !s_.empty(); }

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

  TokenSequence const& quote_;
  TokenRange q_;
  TokenSequence const& source_;
  TokenRange s_;
};

}  // namespace

std::optional<Classification> classify_meaning(TokenSequence const& quote, TokenRange q, TokenSequence const& source,
                                               TokenRange s) {
  return MeaningComparison(quote, q, source, s).classify();
}

}  // namespace quoth::match
