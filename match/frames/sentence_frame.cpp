// SPDX-License-Identifier: MIT
#include "match/frames/sentence_frame.hpp"

#include <algorithm>

#include "match/frames/clause.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// "According to the men of the upper village,": the most words of such a phrase.
constexpr std::size_t longest_source = 10;

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

}  // namespace

std::optional<Embedding> sentence_frame(TokenSequence const& tokens, TokenRange used, PrintedForm printed) {
  return SentenceFrame(tokens, used, printed).find();
}

}  // namespace quoth::match
