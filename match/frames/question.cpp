// SPDX-License-Identifier: MIT
#include "match/frames/question.hpp"

#include <algorithm>

#include "match/frames/clause.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

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

  // "How was it that the lamp went out?" asks for the reason; that it went out is taken for granted.
  bool takes_for_granted(std::size_t first) const {
    auto const key = tokens_.key(first);
    return (key == "how" || key == "why") && first + 3 < used_.first && tokens_.key(first + 2) == "it" &&
           tokens_.key(first + 3) == "that";
  }

  // Whether the words from `first` on ask: "Do I think", "what can we do"; but not "what we do is", nor a statement
  // followed by ", right?".
  bool asks(std::size_t first) const {
    constexpr std::size_t reach = 5;  // words
    if (lexicon_.holds("tag", tokens_, used_.last - 1) || !begins_sentence(tokens_, first)) return false;
    if (lexicon_.holds("leading", tokens_, first) && first + 1 < used_.first) ++first;
    if (takes_for_granted(first)) return false;
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

}  // namespace quoth::match
