// SPDX-License-Identifier: MIT
#include "match/frames/embedding.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/frames/frame_behind.hpp"
#include "match/frames/question.hpp"
#include "match/frames/sentence_frame.hpp"
#include "match/frames/written_frame.hpp"
#include "match/words/frame_lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// The most words between a negation and the verb it denies: "would not ever seriously say".
constexpr std::size_t negation_reach = 3;
// The most words between a negation and a judgement: "I do not think it is fair to say".
constexpr std::size_t judgement_reach = 6;
// The most words before a clause that are looked at.
constexpr std::size_t clause_reach = 12;

class FrameFinder {
 public:
  FrameFinder(Passage const& passage, TokenRange used, PrintedForm printed)
      : passage_(passage),
        tokens_(passage.tokens()),
        used_(used),
        printed_(printed),
        lexicon_(FrameLexicon::instance()) {}

  std::optional<Embedding> find() const {
    if (printed_.is_first) {
      if (auto quoted = quoted_frame()) return quoted;
    }
    if (auto asked = counted(question_around(tokens_, used_, printed_))) return asked;
    if (printed_.is_first) {
      if (auto before = counted(frame_before())) return before;
      if (auto sentence = counted(sentence_frame(tokens_, used_, printed_))) return sentence;
    }
    return printed_.is_last ? counted(frame_behind(passage_, used_, printed_)) : std::nullopt;
  }

 private:
  // The frame, where it counts in a source of that kind.
  std::optional<Embedding> counted(std::optional<Embedding> frame) const {
    if (frame && passage_.kind() == SourceKind::document && !counts_in_writing(*frame, tokens_, used_, printed_))
      return std::nullopt;
    return frame;
  }

  // Whether the passage is itself within quotation marks in the transcript, other than after "I said".
  std::optional<Embedding> quoted_frame() const {
    constexpr std::size_t reach = 800;  // bytes
    auto const& first = tokens_[used_.first];
    auto const text = tokens_.text(first.part).substr(0, first.first);
    auto const begin = text.size() - std::min(text.size(), reach);
    auto const open = open_mark(text);
    if (!open || *open < begin) return std::nullopt;
    auto last = used_.first;
    while (last > 0 && tokens_[last - 1].part == first.part && tokens_[last - 1].first > *open) --last;
    auto from = last;
    while (from > 0 && last - from < 4 && tokens_[from - 1].part == first.part) --from;
    if (from == last) return std::nullopt;
    for (auto i = from; i < last; ++i) {
      if (tokens_.key(i) == "i" || tokens_.key(i) == "we") return std::nullopt;
    }
    return frame(EditClass::quoted, from, last);
  }

  // The position of a quotation mark that is not yet closed at the end of `text`.
  static std::optional<std::size_t> open_mark(std::string_view text) {
    auto const straight = text.rfind('"');
    auto const open = text.rfind("“");
    auto const close = text.rfind("”");
    if (open != text.npos && (close == text.npos || close < open)) return open;
    if (straight == text.npos || (close != text.npos && close > straight)) return std::nullopt;
    auto const opens = straight == 0 || text[straight - 1] == ' ' || text[straight - 1] == '\n';
    auto const has_words = straight + 1 == text.size() || text[straight + 1] != ' ';
    return opens && has_words ? std::optional(straight) : std::nullopt;
  }

  Embedding frame(EditClass kind, std::size_t first, std::size_t last) const {
    Embedding found;
    found.kind = kind;
    found.words = tokens_.stretch(first, last);
    return found;
  }

  std::optional<Embedding> frame_before() const {
    auto const begin = sentence_begin(tokens_, used_.first, clause_reach);
    auto end = used_.first;
    if (begin == end || (tokens_.key(end - 1) == "no" && lexicon_.holds("no wonder", tokens_, end)))
      return std::nullopt;
    if (auto negated = last_word_negates(begin, end)) return negated;
    if (is_cut_article(begin, end - 1)) --end;
    if (parted(end)) return std::nullopt;
    auto const that = tokens_.key(end - 1) == "that" && end - begin > 1;
    if (that && (parted(--end) || lexicon_.holds("joining", tokens_, used_.first))) return std::nullopt;
    return embedding(begin, end, that);
  }

  // Whether token `i` is an article that the quotation omits: of "that the people" it may print "people" only.
  bool is_cut_article(std::size_t begin, std::size_t i) const {
    auto const key = tokens_.key(i);
    if (i == begin || (key != "the" && key != "a" && key != "an")) return false;
    return tokens_.key(i - 1) == "that" || parted(i + 1);
  }

  // Whether the transcript has no punctuation here, so that sentences may end anywhere and only "that" shows what
  // belongs together.
  bool is_unmarked() const {
    constexpr std::size_t enough = 30;  // words
    auto i = used_.first;
    while (i > 0 && used_.first - i < enough && tokens_[i - 1].part == tokens_[i].part) {
      if (parted(i)) return false;
      --i;
    }
    return used_.first - i == enough;
  }

  // Whether a punctuation mark, such as a comma or a dash, precedes token `i`.
  bool parted(std::size_t i) const { return tokens_.before(i).find_first_not_of(' ') != std::string_view::npos; }

  // "we will not | raise taxes": the negation governs the first printed word.
  std::optional<Embedding> last_word_negates(std::size_t begin, std::size_t end) const {
    if (parted(end) || lexicon_.holds("joining", tokens_, end)) return std::nullopt;
    if (auto const n = lexicon_.ending_at("inverting", tokens_, begin, end); n > 0)
      return frame(EditClass::negated, end - n, end);
    auto const key = tokens_.key(end - 1);
    if (key != "not" && key != "never" && key != "no" && key != "without") return std::nullopt;
    auto found = frame(EditClass::negated, end - std::min<std::size_t>(end - begin, 3), end);
    auto const alone = end - begin == 1 || (end - begin == 2 && lexicon_.holds("auxiliary", tokens_, begin));
    found.is_all_else = alone && printed_.opens_sentence;
    return found;
  }

  // The embedding that the words [begin, end), followed by "that" or not, give to the next clause.
  std::optional<Embedding> embedding(std::size_t begin, std::size_t end, bool that) const {
    if (auto const n = lexicon_.ending_at("condition", tokens_, begin, end); n > 0) {
      if (puts_condition(end - n, that)) return frame(EditClass::conditioned, end - n, used_.first);
    }
    if (auto const n = lexicon_.ending_at("denial", tokens_, begin, end);
        n > 0 && !(tokens_.key(end - n) == "neither" && printed_.goes_on_denying))
      return frame(EditClass::denied, end - n, used_.first);
    if (auto const n = lexicon_.ending_at("doubt", tokens_, begin, end); n > 0 && doubts(begin, end - n, that))
      return frame(EditClass::doubted, end - n, used_.first);
    if (auto found = frame_of_attitude(begin, end)) return found;
    if (!that && is_unmarked()) return std::nullopt;
    if (auto const n = lexicon_.ending_at("alleging", tokens_, begin, end); n > 0 && n < end - begin) {
      auto const subject = end - n - 1;
      if (tokens_.key(subject) != "i" && tokens_.key(subject) != "we")
        return frame(EditClass::reported, subject, used_.first);
    }
    if (auto const n = lexicon_.ending_at("telling", tokens_, begin, end); n > 0) {
      if (auto const from = teller_before(begin, end - n)) return frame(EditClass::reported, *from, used_.first);
    }
    auto n = lexicon_.ending_at("saying", tokens_, begin, end);
    if (n == 0 && passage_.kind() == SourceKind::document) n = lexicon_.ending_at("holding", tokens_, begin, end);
    if (n > 0) {
      if (auto const from = other_subject(begin, end - n)) return frame(EditClass::reported, *from, used_.first);
    }
    return std::nullopt;
  }

  // Whether the word at `first` states a condition. In "if that happens" and "whether that is true", "that" is the
  // subject. A "whether" question printed with its question mark is still a question.
  bool puts_condition(std::size_t first, bool that) const {
    auto const key = tokens_.key(first);
    if (that && (key == "if" || key == "whether" || key == "unless")) return false;
    return key != "whether" || printed_.states || printed_.opens_sentence;
  }

  // Whether the words at `first` express doubt: "the idea that we have" does, "the idea | we have" and "no doubt that"
  // do not.
  bool doubts(std::size_t begin, std::size_t first, bool that) const {
    auto const key = tokens_.key(first);
    if (key == "the") return that;
    if (!key.starts_with("doubt")) return true;
    return !negation_before(begin, first) && !lexicon_.ending_at("little", tokens_, begin, first);
  }

  // "I do not think that", "I used to believe", "it would be wrong to say".
  std::optional<Embedding> frame_of_attitude(std::size_t begin, std::size_t end) const {
    end -= lexicon_.ending_at("emphasis", tokens_, begin, end);
    auto const n = lexicon_.ending_at("attitude", tokens_, begin, end);
    if (n == 0) return std::nullopt;
    auto const verb = end - n;
    if (auto const former = lexicon_.ending_at("formerly", tokens_, begin, verb); former > 0)
      return frame(EditClass::doubted, verb - former - std::min<std::size_t>(verb - former - begin, 1), used_.first);
    if (verb > begin + 1 && tokens_.key(verb - 1) == "to") {
      if (auto const wrong = lexicon_.ending_at("misjudging", tokens_, begin, verb - 1); wrong > 0)
        return frame(EditClass::denied, verb - 1 - wrong, used_.first);
      if (auto const right = lexicon_.ending_at("judging", tokens_, begin, verb - 1); right > 0) {
        if (auto const from = negation_before(begin, verb - 1 - right, judgement_reach))
          return frame(EditClass::denied, *from, used_.first);
      }
      // "I do not have to tell you"
      if (lexicon_.ending_at("needless", tokens_, begin, verb - 1) > 0) return std::nullopt;
    }
    auto const from = negation_before(begin, verb);
    if (!from) return std::nullopt;
    if (*from > begin && tokens_.key(*from - 1) == "if") return frame(EditClass::conditioned, *from - 1, used_.first);
    return frame(EditClass::denied, *from, used_.first);
  }

  std::optional<std::size_t> negation_before(std::size_t begin, std::size_t end,
                                             std::size_t reach = negation_reach) const {
    for (auto at = end; at > begin && end - at <= reach; --at) {
      auto const n = lexicon_.ending_at("negation", tokens_, begin, at);
      if (n == 0) continue;
      // Includes the subject: "I do not think".
      return at - n - std::min<std::size_t>(at - n - begin, 2);
    }
    return std::nullopt;
  }

  // The start of a subject who speaks: "they say", "some people would say", but not "you cannot tell me".
  std::optional<std::size_t> teller_before(std::size_t begin, std::size_t end) const {
    for (auto at = end; at > begin && end - at <= 2; --at) {
      auto const n = lexicon_.ending_at("teller", tokens_, begin, at);
      if (n == 0) continue;
      auto const is_you = n == 1 && tokens_.key(at - 1) == "you";
      if (negation_before(at, end) || (is_you && at != end)) return std::nullopt;
      return at - n;
    }
    return std::nullopt;
  }

  // The start of the subject directly before "said" if it is not the speaker: "the newspaper said", but not "I have
  // said" or "let me say".
  std::optional<std::size_t> other_subject(std::size_t begin, std::size_t verb) const {
    auto at = verb;
    while (at > begin && lexicon_.holds("between", tokens_, at - 1)) --at;
    if (at == begin || parted(at)) return std::nullopt;
    auto const& subject = tokens_[at - 1];
    // In a document "it" is a party or another document.
    auto const is_party = passage_.kind() == SourceKind::document && tokens_.key(at - 1) == "it";
    if ((lexicon_.holds("own", tokens_, at - 1) && !is_party) || lexicon_.holds("saying", tokens_, at - 1) ||
        subject.is(WordToken::clitic_d) || subject.is(WordToken::number))
      return std::nullopt;
    return at - std::min<std::size_t>(at - begin, 2);
  }

  Passage const& passage_;
  TokenSequence const& tokens_;
  TokenRange used_;
  PrintedForm printed_;
  FrameLexicon const& lexicon_;
};

}  // namespace

PrintedForm printed_form(QuotedWords const& quotation, TokenRange printed, Passage const& passage, TokenRange used) {
  PrintedForm form;
  auto const& quote = quotation.tokens();
  if (printed.empty() || used.empty()) return form;
  form.is_first = printed.first == 0;
  form.is_last = printed.last == quote.size();
  auto const& last = quote[quote.size() - 1];
  for (auto i = printed.first; i < printed.last; ++i) form.goes_on_denying |= quote.key(i) == "nor";
  form.asks = quote.text(last.part).substr(last.last).starts_with('?');
  form.opens_sentence = is_capital(quote.surface(printed.first)) && !is_capital(passage.tokens().surface(used.first));
  auto const after =
      form.is_last ? quote.text(last.part).substr(last.last, 1) : quote.before(printed.last).substr(0, 1);
  form.states = after == "." || after == ",";
  form.seems_whole = form.states || quotation.trails_off() || is_capital(quote.surface(printed.first));
  return form;
}

std::optional<Embedding> embedding_of(Passage const& passage, TokenRange used, PrintedForm printed) {
  if (used.empty()) return std::nullopt;
  return FrameFinder(passage, used, printed).find();
}

}  // namespace quoth::match
