// SPDX-License-Identifier: MIT
#include "match/frames/written_frame.hpp"

#include "match/frames/clause.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/inflection.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// The most words from the comma before a consequence to its auxiliary: "..., the elder of his sons would".
constexpr std::size_t consequence_reach = 6;
// The most words from "thought" to the passage, with both.
constexpr std::size_t thought_reach = 6;

// "went", "held"; not what only ends like an inflection.
bool is_irregular(std::string_view key) {
  for (auto const ending : {"s", "ed", "ing", "er", "est", "ly"}) {
    if (key.ends_with(ending)) return false;
  }
  return base_forms(key).size() > 1;
}

class WrittenPassage {
 public:
  WrittenPassage(TokenSequence const& tokens, TokenRange used, PrintedForm printed)
      : tokens_(tokens), used_(used), printed_(printed), lexicon_(FrameLexicon::instance()) {}

  // Whether the words assert something: a clause with its subject first, or its verb, which the writer gives a subject
  // ("may dismiss a pilot").
  bool asserts() const {
    return lexicon_.holds("auxiliary", tokens_, used_.first) || (claims(tokens_, used_, printed_) && has_verb());
  }

  // "he married, his wife would keep the lamp", "they came they must have seen it"
  bool has_consequence() const {
    for (auto i = used_.first + 1; i < used_.last; ++i) {
      if (is_pronoun(tokens_.key(i)) && i + 1 < used_.last && lexicon_.holds("auxiliary", tokens_, i + 1)) return true;
      if (!tokens_.before(i).starts_with(',')) continue;
      for (auto at = i; at < used_.last && at - i <= consequence_reach; ++at) {
        if (lexicon_.holds("auxiliary", tokens_, at)) return true;
      }
    }
    return false;
  }

  // "Late that evening Marit thought | ...", but not "the board thought | ..."
  bool is_thought() const {
    for (auto verb = used_.first; verb > 0 && used_.first - verb < thought_reach;) {
      --verb;
      if (!lexicon_.holds("narrated thought", tokens_, verb)) continue;
      auto subject = verb;
      while (subject > 0 && tokens_.key(subject - 1).ends_with("ly")) --subject;
      if (subject-- == 0 || tokens_[subject].part != tokens_[verb].part) return false;
      auto const key = tokens_.key(subject);
      if (key == "he" || key == "she" || key == "it") return true;
      return is_capital(tokens_.surface(subject)) &&
             !(subject > 0 && lexicon_.holds("determiner", tokens_, subject - 1));
    }
    return false;
  }

 private:
  // Whether a word may be a finite verb. A plural is taken for one where a noun phrase follows ("sells the quay").
  bool has_verb() const {
    for (auto i = used_.first; i < used_.last; ++i) {
      auto const key = tokens_.key(i);
      if (lexicon_.holds("auxiliary", tokens_, i) || lexicon_.holds("being", tokens_, i)) return true;
      if (i == used_.first) continue;
      if (!tokens_.before(i).ends_with('-') && (key.ends_with("ed") || is_irregular(key))) return true;
      auto const governs =
          i + 1 < used_.last && (lexicon_.holds("determiner", tokens_, i + 1) || is_pronoun(tokens_.key(i + 1)));
      if (key.ends_with('s') && !key.ends_with("ss") && governs) return true;
    }
    return false;
  }

  TokenSequence const& tokens_;
  TokenRange used_;
  PrintedForm printed_;
  FrameLexicon const& lexicon_;
};

}  // namespace

bool counts_in_writing(Embedding const& frame, TokenSequence const& tokens, TokenRange used, PrintedForm printed) {
  WrittenPassage const passage(tokens, used, printed);
  switch (frame.kind) {
    case EditClass::conditioned:
      return passage.asserts() && (frame.behind || !(passage.has_consequence() || passage.is_thought()));
    case EditClass::doubted:
    case EditClass::reported:
      return passage.asserts() && (frame.behind || !passage.is_thought());
    case EditClass::limited:
    case EditClass::questioned:
      return passage.asserts();
    default:
      return true;
  }
}

}  // namespace quoth::match
