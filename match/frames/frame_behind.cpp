// SPDX-License-Identifier: MIT
#include "match/frames/frame_behind.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/frames/clause.hpp"
#include "match/frames/restriction.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "text/words/lines.hpp"

namespace quoth::match {

namespace {

class FrameBehind {
 public:
  FrameBehind(Passage const& passage, TokenRange used, PrintedForm printed)
      : passage_(passage),
        tokens_(passage.tokens()),
        next_(used.last),
        used_(used),
        printed_(printed),
        lexicon_(FrameLexicon::instance()) {}

  std::optional<Embedding> find() const {
    if (next_ >= tokens_.size() || tokens_[next_].part != tokens_[next_ - 1].part) return std::nullopt;
    auto const between = text::trimmed(tokens_.before(next_), " ");
    auto const joined = between.empty();
    if (joined && is_negated()) return negated();
    if (joined || between.starts_with(',')) {
      if (auto told = told_behind()) return told;
    }
    if (auto condition = condition_behind(joined, between)) return condition;
    if (auto limit = limit_behind(between)) return limit;
    if (auto doubt = doubt_behind(between)) return doubt;
    auto const n = joined ? lexicon_.starting_at("after", tokens_, next_, tokens_.size()) : 0;
    return n == 0 ? std::nullopt : std::optional(behind(EditClass::denied, words_shown(n)));
  }

 private:
  // Whether what follows belongs to the same sentence, after a comma or a dash.
  static bool goes_on(std::string_view between) {
    return between.empty() || between.find_first_of(".?!") == between.npos;
  }

  // "we win | if they fail", "we win, | but only if they fail", "we win. | But only if they fail."
  std::optional<Embedding> condition_behind(bool joined, std::string_view between) const {
    auto n = lexicon_.starting_at("condition behind", tokens_, next_, tokens_.size());
    if (joined && ends_denial()) n = 1;
    if (n == 0 || (!joined && !seems_complete()) || used_.size() < shortest_clause) return std::nullopt;
    if (!goes_on(between) && !is_fragment()) return std::nullopt;
    auto const is_short = n == 1 || tokens_.key(next_) == "as";
    if (lexicon_.starting_at("no condition", tokens_, next_, tokens_.size()) > 0) return std::nullopt;
    if (is_short && lexicon_.holds("finding out", tokens_, next_ - 1)) return std::nullopt;
    if (tokens_.key(next_) == "as" && measures(n)) return std::nullopt;
    // "I think that, | if they win, we lose"
    if (tokens_.key(next_ - 1) == "that" && leads_on()) return std::nullopt;
    if (!joined && tokens_.key(next_) == "if" && (repeats_condition() || leads_on())) return std::nullopt;
    return behind(EditClass::conditioned, words_shown(n));
  }

  // "if everybody – | if they did well": whether the words printed last put the condition too.
  bool repeats_condition() const {
    constexpr std::size_t reach = 10;  // words
    auto const first = used_.last - std::min(used_.size(), reach);
    for (auto i = first; i < used_.last; ++i) {
      if (tokens_.key(i) == "if") return true;
    }
    return false;
  }

  static bool parts(std::string_view between) {
    return between.find_first_of(",-") != between.npos || between.find("—") != between.npos;
  }

  // "we win, | if you ask them, they lose": whether the condition is that of a clause behind it.
  bool leads_on() const {
    auto const end = std::min(sentence_end(tokens_, next_, sentence_reach), end_of_turn());
    for (auto i = next_ + 2; i < end; ++i) {
      if (!parts(tokens_.before(i))) continue;
      return !lexicon_.holds("joining", tokens_, i) && tokens_.key(i) != "if" && tokens_.key(i) != "of";
    }
    return false;
  }

  // "as long as five years", "is as long as the other"
  bool measures(std::size_t n) const {
    return (next_ + n < tokens_.size() && tokens_[next_ + n].is(WordToken::number)) ||
           lexicon_.holds("measured", tokens_, next_ - 1);
  }

  // "all may come, | except on Sundays", "all may come, | but not the dogs"
  std::optional<Embedding> limit_behind(std::string_view between) const {
    auto n = lexicon_.starting_at("limit behind", tokens_, next_, tokens_.size());
    if (n == 0 && between.empty() && restricts_clause(tokens_, next_, end_of_turn())) n = 1;
    if (n == 0 || !seems_complete() || (!goes_on(between) && !is_fragment())) return std::nullopt;
    if (lexicon_.starting_at("no limit", tokens_, next_, tokens_.size()) > 0) return std::nullopt;
    return behind(EditClass::limited, words_shown(n));
  }

  // "we will win, | perhaps."
  std::optional<Embedding> doubt_behind(std::string_view between) const {
    auto const n = lexicon_.starting_at("doubt behind", tokens_, next_, tokens_.size());
    if (n == 0 || !between.starts_with(',') || !printed_.states || used_.size() < shortest_clause) return std::nullopt;
    auto const last = next_ + n;
    if (last < end_of_turn() && !begins_sentence(tokens_, last)) return std::nullopt;
    return behind(EditClass::doubted, last);
  }

  // "we will not sell it | until they agree", "without their consent"
  bool ends_denial() const {
    return lexicon_.starting_at("until behind", tokens_, next_, tokens_.size()) > 0 &&
           lexicon_.starting_at("no limit", tokens_, next_, tokens_.size()) == 0 && printed_.states &&
           std::ranges::any_of(meanings_in(tokens_, used_.first, used_.last),
                               [](MeaningAt const& found) { return found.meaning.family == EditClass::negation; });
  }

  bool seems_complete() const { return !printed_.asks && (printed_.seems_whole || claims(tokens_, used_, printed_)); }

  // Whether what follows is no sentence of its own, but adds to the one before: "But only if the council agrees.",
  // "Unless, of course, they object." What a writer makes long is a sentence, and "If you need a key:" leads on.
  bool is_fragment() const {
    constexpr std::size_t longest = 12;          // words
    constexpr std::size_t longest_written = 20;  // words, behind an opening that adds to the sentence before
    if (lexicon_.starting_at("fragment", tokens_, next_, tokens_.size()) > 0)
      return passage_.kind() != SourceKind::document ||
             sentence_end(tokens_, next_, longest_written + 1) - next_ <= longest_written;
    if (lexicon_.starting_at("condition behind", tokens_, next_, tokens_.size()) == 0) return false;
    auto const end = std::min(sentence_end(tokens_, next_, longest + 1), end_of_turn());
    if (end - next_ > longest || text_behind(tokens_, end).find_first_of("?:") == 0) return false;
    for (auto i = next_ + 1; i < end; ++i) {
      auto const of_course = tokens_.key(i) == "of" || tokens_.key(i - 1) == "course";
      if (!of_course && tokens_.before(i).starts_with(',')) return false;
    }
    return end - next_ > 1;
  }

  // The end of the words that are shown of what follows, of which the first `n` are of a list.
  std::size_t words_shown(std::size_t n) const {
    constexpr std::size_t usual = 4;  // words
    return std::min(next_ + std::max(n, usual), end_of_turn());
  }

  std::size_t end_of_turn() const { return passage_.first_token(tokens_[next_].part + 1U); }

  Embedding behind(EditClass kind, std::size_t last) const {
    auto found = made_frame(kind, tokens_, next_, last);
    found.behind = true;
    return found;
  }

  // "we lost, | they say", "we lost | is what they say"
  std::optional<Embedding> told_behind() const {
    if (auto const n = lexicon_.starting_at("told", tokens_, next_, tokens_.size()); n > 0)
      return behind(EditClass::reported, next_ + n);
    if (auto const n = lexicon_.starting_at("according", tokens_, next_, tokens_.size()); n > 0) {
      auto const whom = tokens_.key(std::min(next_ + n, end_of_turn() - 1));
      if (whom != "me" && whom != "us" && whom != "my" && whom != "our")
        return behind(EditClass::reported, words_shown(n));
    }
    auto const end = end_of_turn();
    auto first = next_;
    if (first + 1 < end && lexicon_.holds("article", tokens_, first)) ++first;
    auto teller = lexicon_.starting_at("teller", tokens_, first, end);
    // ", the newspaper claims."
    if (teller == 0 && lexicon_.holds("article", tokens_, next_)) teller = 1;
    if (teller == 0 || tokens_.key(first) == "you") return std::nullopt;
    auto const telling = lexicon_.starting_at("telling", tokens_, first + teller, end);
    auto const last = first + teller + telling;
    if (telling == 0 || (last < end && tokens_.before(last).find_first_not_of(' ') == std::string_view::npos))
      return std::nullopt;
    return behind(EditClass::reported, last);
  }

  bool ends_here() const {
    auto const next = next_ + 1;
    return next >= tokens_.size() || begins_sentence(tokens_, next);
  }

  // Whether the words are negated directly after them: "we could | not wait", "probably | not.".
  bool is_negated() const {
    auto const key = tokens_.key(next_);
    if (key != "not" && key != "never") return false;
    return ends_here() || lexicon_.ending_at("negated behind", tokens_, used_.first, next_) > 0;
  }

  Embedding negated() const {
    auto found = behind(EditClass::negated, next_ + 1);
    found.is_all_else = ends_here() && printed_.states;
    return found;
  }

  Passage const& passage_;
  TokenSequence const& tokens_;
  std::size_t next_;
  TokenRange used_;
  PrintedForm printed_;
  FrameLexicon const& lexicon_;
};

}  // namespace

std::optional<Embedding> frame_behind(Passage const& passage, TokenRange used, PrintedForm printed) {
  return FrameBehind(passage, used, printed).find();
}

}  // namespace quoth::match
