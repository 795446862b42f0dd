// SPDX-License-Identifier: MIT
#include "match/edits/sentence_frame.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

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

class SentenceFrame {
 public:
  SentenceFrame(TokenSequence const& tokens, TokenRange used, PrintedForm printed)
      : tokens_(tokens),
        used_(used),
        printed_(printed),
        lexicon_(FrameLexicon::instance()),
        begin_(sentence_begin(tokens, used.first, sentence_reach)) {}

  std::optional<Embedding> find() const {
    if (auto asked = question()) return asked;
    if (begin_ == used_.first) return std::nullopt;
    if (auto condition = condition_before()) return condition;
    if (auto source = source_before()) return source;
    return concession();
  }

 private:
  // Questions printed as statements: "Do I think | we will win?", or a whole question that the next sentence answers
  // with no.
  std::optional<Embedding> question() const {
    if (!printed_.states || !text_behind(tokens_, used_.last).starts_with('?')) return std::nullopt;
    auto const last = sentence_begin(tokens_, used_.last - 1, sentence_reach);
    if (last < used_.first) {
      if (!asks(last)) return std::nullopt;
      return made_frame(EditClass::questioned, tokens_, last, used_.first);
    }
    auto const next = used_.last;
    if (next >= tokens_.size() || tokens_[next].part != tokens_[next - 1].part) return std::nullopt;
    auto const n = lexicon_.starting_at("answering no", tokens_, next, tokens_.size());
    if (n == 0) return std::nullopt;
    auto found = made_frame(EditClass::questioned, tokens_, next, next + n);
    found.behind = true;
    return found;
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
    auto const between = tokens_.before(next_);
    auto const joined = between.find_first_not_of(' ') == between.npos;
    if (!joined && !between.starts_with(',')) return std::nullopt;
    if (joined && is_negated()) return negated();
    if (auto told = told_behind()) return told;
    auto const n = lexicon_.starting_at("after", tokens_, next_, tokens_.size());
    if (n == 0 || (!joined && !printed_.states)) return std::nullopt;
    auto const conditions = n == 1 || tokens_.key(next_) == "only";
    if (conditions && (is_manner() || lexicon_.holds("finding out", tokens_, next_ - 1))) return std::nullopt;
    if (!joined && !conditions) return std::nullopt;
    auto const kind = conditions ? EditClass::conditioned : EditClass::denied;
    return behind(kind, std::min(next_ + std::max<std::size_t>(n, 4), end_of_turn()));
  }

 private:
  bool is_manner() const { return lexicon_.starting_at("no condition", tokens_, next_, tokens_.size()) > 0; }

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
    auto const end = end_of_turn();
    auto first = next_;
    if (first + 1 < end && lexicon_.holds("article", tokens_, first)) ++first;
    auto const teller = lexicon_.starting_at("teller", tokens_, first, end);
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

std::optional<Embedding> sentence_frame(TokenSequence const& tokens, TokenRange used, PrintedForm printed) {
  return SentenceFrame(tokens, used, printed).find();
}

std::optional<Embedding> frame_behind(Passage const& passage, TokenRange used, PrintedForm printed) {
  return FrameBehind(passage, used, printed).find();
}

}  // namespace quoth::match
