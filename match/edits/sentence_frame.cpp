// SPDX-License-Identifier: MIT
#include "match/edits/sentence_frame.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/edits/restriction.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "text/words/lines.hpp"

namespace quoth::match {

namespace {

// In words: fewer are no clause.
constexpr std::size_t shortest_clause = 3;
// The most words before the passage in which the start of its sentence is searched.
constexpr std::size_t sentence_reach = 40;
// "According to the men of the upper village,": the most words of such a phrase.
constexpr std::size_t longest_source = 10;

Embedding made_frame(EditClass kind, TokenSequence const& tokens, std::size_t first, std::size_t last) {
  Embedding found;
  found.kind = kind;
  found.words = tokens.stretch(first, last);
  return found;
}

// The text after token `last - 1`, up to the next word.
std::string_view text_behind(TokenSequence const& tokens, std::size_t last) {
  auto const& token = tokens[last - 1];
  auto const text = tokens.text(token.part);
  if (last < tokens.size() && tokens[last].part == token.part)
    return text.substr(token.last, tokens[last].first - token.last);
  return text.substr(token.last);
}

// Whether the printed words claim something, as a sentence or as a clause with a subject first; "night watch" and
// "adding a bridge" do not.
bool claims(TokenSequence const& tokens, TokenRange used, PrintedForm printed) {
  if (used.size() < shortest_clause || printed.asks) return false;
  auto const first = used.first;
  return printed.opens_sentence || is_pronoun(tokens.key(first)) || is_capital(tokens.surface(first)) ||
         tokens[first].is(WordToken::number) || FrameLexicon::instance().holds("determiner", tokens, first);
}

// The sentence of the passage as a question.
class Question {
 public:
  Question(TokenSequence const& tokens, TokenRange used, PrintedForm printed)
      : tokens_(tokens), used_(used), printed_(printed), lexicon_(FrameLexicon::instance()) {}

  std::optional<Embedding> find() const {
    if (!printed_.is_last || !claims(tokens_, used_, printed_)) return std::nullopt;
    auto const first = sentence_begin(tokens_, used_.last - 1, sentence_reach);
    if (first < used_.first) {
      if (!printed_.is_first || !is_question() || !asks(first)) return std::nullopt;
      return made_frame(EditClass::questioned, tokens_, first, used_.first);
    }
    if (!printed_.states || !text_behind(tokens_, used_.last).starts_with('?')) return std::nullopt;
    if (auto denied = denied_behind()) return denied;
    return shows_question(first) ? std::nullopt : std::optional(lost_mark(first));
  }

 private:
  // "We will win?" printed as "We will win."
  Embedding lost_mark(std::size_t first) const {
    Embedding found;
    found.kind = EditClass::questioned;
    found.words = tokens_.stretch(std::max(first, used_.last - std::min<std::size_t>(used_.last, 3)), used_.last) + "?";
    found.behind = true;
    return found;
  }

  // "Will we win? No." of which the question alone is printed, as a statement.
  std::optional<Embedding> denied_behind() const {
    auto const next = used_.last;
    if (next >= tokens_.size() || tokens_[next].part != tokens_[next - 1].part) return std::nullopt;
    auto const n = lexicon_.starting_at("answering no", tokens_, next, tokens_.size());
    if (n == 0) return std::nullopt;
    auto found = made_frame(EditClass::questioned, tokens_, next, next + n);
    found.behind = true;
    return found;
  }

  // Whether the words of the sentence show that it asks, whatever mark ends it.
  bool shows_question(std::size_t first) const {
    constexpr std::size_t most_leading = 3;  // words
    if (lexicon_.holds("tag", tokens_, used_.last - 1)) return true;
    for (auto i = first; i < std::min(first + most_leading, used_.last); ++i) {
      if (lexicon_.holds("auxiliary", tokens_, i) || lexicon_.holds("asking", tokens_, i)) return true;
      if (!lexicon_.holds("leading", tokens_, i)) return false;
    }
    return false;
  }

  bool is_question() const {
    auto const last = sentence_end(tokens_, used_.last - 1, sentence_reach);
    return text_behind(tokens_, last).starts_with('?');
  }

  // Whether the words from `first` on ask: "Do I think", "what can we do"; but not "what we do is", nor a statement
  // followed by ", right?".
  bool asks(std::size_t first) const {
    constexpr std::size_t reach = 5;  // words
    if (lexicon_.holds("tag", tokens_, used_.last - 1)) return false;
    if (lexicon_.holds("leading", tokens_, first) && first + 1 < used_.first) ++first;
    auto const next = first + 1;
    if (lexicon_.holds("auxiliary", tokens_, first))
      return tokens_.before(next).find_first_not_of(' ') == std::string_view::npos;
    if (!lexicon_.holds("asking", tokens_, first) || is_pronoun(tokens_.key(next))) return false;
    for (auto i = next; i < used_.first && i - first <= reach; ++i) {
      if (lexicon_.holds("auxiliary", tokens_, i)) return true;
    }
    return false;
  }

  TokenSequence const& tokens_;
  TokenRange used_;
  PrintedForm printed_;
  FrameLexicon const& lexicon_;
};

class SentenceFrame {
 public:
  SentenceFrame(TokenSequence const& tokens, TokenRange used, PrintedForm printed)
      : tokens_(tokens),
        used_(used),
        printed_(printed),
        lexicon_(FrameLexicon::instance()),
        begin_(sentence_begin(tokens, used.first, sentence_reach)) {}

  std::optional<Embedding> find() const {
    if (begin_ == used_.first) return std::nullopt;
    if (auto condition = condition_before()) return condition;
    if (auto source = source_before()) return source;
    return concession();
  }

 private:
  bool after_comma() const { return tokens_.before(used_.first).starts_with(','); }

  // The consequence without its condition, printed as a sentence: "if they fail, then | we win".
  std::optional<Embedding> condition_before() const {
    if (!printed_.opens_sentence || lexicon_.holds("joining", tokens_, used_.first)) return std::nullopt;
    auto const then = tokens_.key(used_.first - 1) == "then";
    auto const comma = then ? used_.first - 1 : used_.first;
    if (!tokens_.before(comma).starts_with(',')) return std::nullopt;
    auto first = begin_;
    while (first < comma && lexicon_.holds("leading", tokens_, first)) ++first;
    auto const n = lexicon_.starting_at("put before", tokens_, first, comma);
    if (n == 0 || lexicon_.starting_at("no condition", tokens_, first, comma) > 0) return std::nullopt;
    return made_frame(EditClass::conditioned, tokens_, first, used_.first);
  }

  // "According to the critics, | we lost".
  std::optional<Embedding> source_before() const {
    if (!after_comma() || used_.first - begin_ > longest_source) return std::nullopt;
    auto const n = lexicon_.starting_at("according", tokens_, begin_, used_.first);
    if (n == 0) return std::nullopt;
    auto first = begin_ + n;
    if (lexicon_.holds("article", tokens_, first)) ++first;
    if (lexicon_.starting_at("teller", tokens_, first, used_.first) == 0 && tokens_.key(first) != "him" &&
        tokens_.key(first) != "her" && tokens_.key(first) != "them")
      return std::nullopt;
    return made_frame(EditClass::reported, tokens_, begin_, used_.first);
  }

  // Irony and concessions: "Oh, sure, | we will win", "Sure, | we may win, but".
  std::optional<Embedding> concession() const {
    if (!after_comma()) return std::nullopt;
    auto const words = used_.first - begin_;
    auto const mocks = lexicon_.starting_at("mocking", tokens_, begin_, used_.first) == words;
    auto const concedes = lexicon_.starting_at("conceding", tokens_, begin_, used_.first) == words;
    auto const next = used_.last;
    auto const goes_on = next < tokens_.size() && tokens_[next].part == tokens_[next - 1].part &&
                         (tokens_.key(next) == "but" || tokens_.key(next) == "yet");
    if (!mocks && !(concedes && goes_on)) return std::nullopt;
    return made_frame(EditClass::doubted, tokens_, begin_, used_.first);
  }

  TokenSequence const& tokens_;
  TokenRange used_;
  PrintedForm printed_;
  FrameLexicon const& lexicon_;
  std::size_t begin_;
};

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
    return behind(EditClass::conditioned, words_shown(n));
  }

  // "as long as five years", "is as long as the other"
  bool measures(std::size_t n) const {
    return (next_ + n < tokens_.size() && tokens_[next_ + n].is(WordToken::number)) ||
           lexicon_.holds("measured", tokens_, next_ - 1);
  }

  // "all may come, | except on Sundays", "all may come, | but not the dogs"
  std::optional<Embedding> limit_behind(std::string_view between) const {
    auto n = lexicon_.starting_at("limit behind", tokens_, next_, tokens_.size());
    if (n == 0 && between.empty() && restricts(tokens_, next_, end_of_turn())) n = 1;
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

  // "we will not sell it | until they agree"
  bool ends_denial() const {
    return lexicon_.starting_at("until behind", tokens_, next_, tokens_.size()) > 0 && printed_.states &&
           std::ranges::any_of(meanings_in(tokens_, used_.first, used_.last),
                               [](MeaningAt const& found) { return found.meaning.family == EditClass::negation; });
  }

  bool seems_complete() const { return !printed_.asks && (printed_.seems_whole || claims(tokens_, used_, printed_)); }

  // Whether what follows is no sentence of its own, but adds to the one before: "But only if the council agrees.",
  // "Unless, of course, they object."
  bool is_fragment() const {
    constexpr std::size_t longest = 12;  // words
    if (lexicon_.starting_at("fragment", tokens_, next_, tokens_.size()) > 0) return true;
    if (lexicon_.starting_at("condition behind", tokens_, next_, tokens_.size()) == 0) return false;
    auto const end = std::min(sentence_end(tokens_, next_, longest + 1), end_of_turn());
    if (end - next_ > longest || text_behind(tokens_, end).starts_with('?')) return false;
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

std::optional<Embedding> question_around(TokenSequence const& tokens, TokenRange used, PrintedForm printed) {
  return Question(tokens, used, printed).find();
}

bool opens_question(TokenSequence const& tokens, std::size_t i) {
  auto const& lexicon = FrameLexicon::instance();
  if (!lexicon.holds("auxiliary", tokens, i)) return false;
  auto const may_precede = [&](std::size_t at) {
    return lexicon.holds("leading", tokens, at) || lexicon.holds("asking", tokens, at);
  };
  auto const opens = begins_sentence(tokens, i) || (begins_sentence(tokens, i - 1) && may_precede(i - 1));
  return opens && text_behind(tokens, sentence_end(tokens, i, sentence_reach)).starts_with('?');
}

std::optional<Embedding> sentence_frame(TokenSequence const& tokens, TokenRange used, PrintedForm printed) {
  return SentenceFrame(tokens, used, printed).find();
}

std::optional<Embedding> frame_behind(Passage const& passage, TokenRange used, PrintedForm printed) {
  return FrameBehind(passage, used, printed).find();
}

}  // namespace quoth::match
