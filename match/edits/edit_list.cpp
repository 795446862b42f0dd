// SPDX-License-Identifier: MIT
#include "match/edits/edit_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "match/align/alignment.hpp"
#include "match/align/heard_words.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/edits/bracket_edit.hpp"
#include "match/edits/citation.hpp"
#include "match/edits/disfluency.hpp"
#include "match/edits/foreign_edit.hpp"
#include "match/edits/joined_difference.hpp"
#include "match/edits/omission.hpp"
#include "match/edits/parted_number.hpp"
#include "match/edits/repeated_words.hpp"
#include "match/edits/rewording.hpp"
#include "match/edits/run.hpp"
#include "match/edits/shortened.hpp"
#include "match/edits/spelling_edit.hpp"
#include "match/edits/turned_question.hpp"
#include "match/edits/typesetting.hpp"
#include "match/edits/word_edit.hpp"
#include "match/frames/cut_limit.hpp"
#include "match/frames/embedding.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/note_number.hpp"
#include "match/words/ocr_confusion.hpp"
#include "match/words/word_language.hpp"
#include "text/words/lines.hpp"

namespace quoth::match {

namespace {

// In bytes: of longer source words an edit gives the two ends.
constexpr std::size_t longest_shown = 200;

// Whether the article tells of the frame in its own words.
bool is_told(Embedding const& frame, ArticleFrame const& article) {
  if (frame.kind == EditClass::questioned && article.asks) return true;
  if (frame.kind == EditClass::reported && article.reports) return true;
  if (!frame.behind) return article.denies;
  return article.limits || (frame.kind == EditClass::negated && article.denies);
}

class EditListBuilder {
 public:
  EditListBuilder(QuotedWords const& quotation, Passage const& passage, PassageText const& shown, Policy const& policy)
      : quotation_(quotation),
        quote_(quotation.tokens()),
        passage_(passage),
        source_(passage.tokens()),
        shown_(shown),
        policy_(policy) {}

  void add(Difference const& difference) {
    switch (difference.kind) {
      case Difference::Kind::words:
        add_words(difference);
        break;
      case Difference::Kind::gap:
        add_jump(difference, Edit::Op::jump);
        break;
      case Difference::Kind::backward:
        add_jump(difference, Edit::Op::move);
        break;
      case Difference::Kind::restyled:
        add_restyled(difference);
        break;
      case Difference::Kind::remark:
        add_remark(difference);
        break;
    }
  }

  // Adds what the words around the passage make of it, where the quotation leaves them out.
  // `compared`: the end of the words of the passage that were compared, which may have run together in print.
  void add_frames(Alignment const& pairs, std::size_t compared, EditContext const& context) {
    auto first = run_at(pairs, false);
    auto last = run_at(pairs, true);
    if (first.printed.empty()) return;
    if (is_foreign()) {
      if (auto const cut = negation_beside(source_, {first.spoken.first, last.spoken.last});
          cut && !context.article.denies)
        add_edit(Edit::Op::remove, cut->found,
                 cut->is_behind ? TokenRange{quote_.size(), quote_.size()} : TokenRange{0, 0}, cut->word);
      return;
    }
    if (first.printed.last == last.printed.last) first.spoken.last = std::max(first.spoken.last, compared);
    last.spoken.last = std::max(last.spoken.last, compared);
    if (first.printed.first <= last.printed.first && last.printed.last <= first.printed.last) {
      add_frame_of(first, context);
    } else {
      add_frame_of(first, context);
      add_frame_of(last, context);
    }
  }

  void add_frame_of(Run const& run, EditContext const& context) {
    auto printed = printed_form(quotation_, run.printed, passage_, run.spoken);
    printed.is_first = printed.is_first && !context.continues;
    printed.is_last = printed.is_last && !context.is_continued;
    auto const frame = embedding_of(passage_, run.spoken, printed);
    if (frame && !is_told(*frame, context.article)) {
      add_frame(*frame);
    } else if (printed.is_first && printed.opens_sentence && !context.article.denies) {
      add_cut_limit(run.spoken.first);
    }
  }

  void add_frame(Embedding const& frame) {
    auto const told = frame.behind && !edits_.empty() && edits_.back().edit_class == EditClass::negation;
    auto const asked = frame.kind == EditClass::questioned &&
                       std::ranges::find(edits_, EditClass::questioned, &Edit::edit_class) != edits_.end();
    if (told || asked) return;
    auto const found = frame.is_all_else
                           ? Classification{EditClass::negation, "a negation left out at the edge of the sentence"}
                           : Classification{frame.kind, "words around the passage that the quotation leaves out"};
    auto edit = make_edit(Edit::Op::remove, found, "", frame.words, policy_);
    if (frame.behind) {
      edit.quote_span = quotation_.span_of(quote_.size(), quote_.size());
      edit.source_span = shown_.span_of({source_.size(), source_.size()});
    }
    edits_.push_back(std::move(edit));
  }

  void add_cut_limit(std::size_t source) {
    if (auto const limit = cut_limit(source_, source, quote_.key(0)))
      add_edit(Edit::Op::remove, {EditClass::quantity, "a limit cut off before it"}, {0, 0}, *limit);
  }

  void add_other_speaker(TokenRange words) {
    add_edit(Edit::Op::jump, {EditClass::other_speaker, "words of another speaker among them"}, {}, words);
  }

  void add_typesetting(TypesetPlace const& place) {
    if (place.kind == TypesetPlace::Kind::capitals) {
      add_edit(Edit::Op::replace, {EditClass::capitals, "other capitals"}, place.quote, place.source);
      return;
    }
    auto edit = make_edit(Edit::Op::replace, {EditClass::typography, "another mark between words"},
                          std::string(text::trimmed(quote_.before(place.quote.first), " \n")),
                          std::string(text::trimmed(source_.before(place.source.first), " \n")), policy_);
    edit.quote_span = quotation_.span_of(place.quote.first, place.quote.first);
    edit.source_span = shown_.span_of(place.source);
    edits_.push_back(std::move(edit));
  }

  // Where the article says that it leaves citations out, they may be left out.
  void permit_citations() {
    for (auto& edit : edits_) {
      if (edit.rule != citation_left_out) continue;
      auto permitted = make_edit(edit.op, {EditClass::reference_mark, "a citation left out, as the article says"},
                                 edit.quote, edit.source, policy_);
      permitted.quote_span = edit.quote_span;
      permitted.source_span = edit.source_span;
      edit = std::move(permitted);
    }
  }

  std::vector<Edit> take() { return std::move(edits_); }

 private:
  bool is_foreign() const { return quote_.language() != WordLanguage::english; }

  void add_remark(Difference const& difference) {
    auto const& first = source_[difference.source.first];
    auto const refers =
        first.is(WordToken::number) && (source_.text(first.part).substr(0, first.first).ends_with('[') ||
                                        is_note_number(source_, difference.source.first));
    add_edit(Edit::Op::remove,
             refers
                 ? Classification{EditClass::reference_mark, "the mark of a note or a reference"}
                 : Classification{EditClass::stage_direction, passage_.kind() == SourceKind::document
                                                                  ? "the narrator's words between two parts of a speech"
                                                                  : "the transcriber's remark"},
             difference.quote, difference.source);
  }

  void add_words(Difference const& difference) {
    if (auto const inside = word_in_number(quote_, source_, difference)) {
      add_words(*inside);
      return;
    }
    auto const bracketed = !difference.quote.empty() && quote_[difference.quote.first].is(WordToken::bracketed);
    if (bracketed) {
      add_bracket(difference);
    } else if (auto const same = same_words(difference)) {
      add_edit(Edit::Op::remove, *same, difference.quote, difference.source);
    } else if (difference.quote.empty()) {
      add_left_out(difference.source, difference.quote.first);
    } else if (turns_question(quote_, source_, difference)) {
      add_edit(Edit::Op::insert, {EditClass::questioned, "a question made a statement"}, difference.quote,
               difference.source);
    } else if (is_doubled(quote_, difference)) {
      add_edit(Edit::Op::insert, {EditClass::stammer, "words said once, printed twice"}, difference.quote,
               difference.source);
    } else if (in_part_bracketed(difference)) {
      add_edit(Edit::Op::replace, classify_bracket_in_word(quote_, difference.quote, source_, difference.source),
               difference.quote, difference.source);
    } else {
      add_replaced(difference);
    }
  }

  // Fillers and the like beside words that were replaced are edits of their own.
  void add_replaced(Difference const& difference) {
    auto const spoken = difference.source;
    if (is_foreign()) {
      auto const op = spoken.empty() ? Edit::Op::insert : Edit::Op::replace;
      add_edit(op, classify_foreign(quote_, difference.quote, source_, spoken), difference.quote, spoken);
      return;
    }
    // A word cut at the end of a scanned line is not broken off.
    auto const is_respelt = classify_spelling(quote_, difference.quote, source_, spoken) ||
                            ocr_confusable(quote_.stretch(difference.quote.first, difference.quote.last),
                                           source_.stretch(spoken.first, spoken.last));
    auto const core = is_respelt ? spoken : between_disfluencies(source_, spoken);
    auto const op = core.empty() ? Edit::Op::insert : Edit::Op::replace;
    add_left_out({spoken.first, core.first}, difference.quote.first);
    add_edit(op, classify_words(quote_, difference.quote, source_, core), difference.quote, core);
    add_left_out({core.last, spoken.last}, difference.quote.last);
  }

  void add_left_out(TokenRange spoken, std::size_t printed_at) {
    if (spoken.empty()) return;
    if (is_foreign()) {
      TokenRange const at{printed_at, printed_at};
      add_edit(Edit::Op::remove, classify_foreign(quote_, at, source_, spoken), at, spoken);
      return;
    }
    for (auto const& omission : classify_omission(source_, spoken))
      add_edit(Edit::Op::remove, omission.found, {printed_at, printed_at}, omission.source);
  }

  // The class of words left out that were only written otherwise: "and" for "&", "all right" for "right".
  std::optional<Classification> same_words(Difference const& difference) const {
    if (!difference.quote.empty() || is_foreign()) return std::nullopt;
    if (auto spelling = classify_spelling(quote_, difference.quote, source_, difference.source)) return spelling;
    return classify_rewording(quote_, difference.quote, source_, difference.source);
  }

  bool in_part_bracketed(Difference const& difference) const {
    return difference.quote.size() == 1 && difference.source.size() == 1 &&
           quote_[difference.quote.first].is(WordToken::part_bracketed);
  }

  void add_bracket(Difference const& difference) {
    auto const op = difference.source.empty() ? Edit::Op::insert : Edit::Op::replace;
    add_edit(op, classify_bracket(quote_, difference.quote, source_, difference.source), difference.quote,
             difference.source);
  }

  void add_jump(Difference const& difference, Edit::Op op) {
    if (prints_again(quote_, difference)) {
      auto const at = difference.quote.first;
      add_edit(Edit::Op::insert, {EditClass::addition, "words said once, printed twice"},
               {at, at + difference.source.size()}, {difference.source.last, difference.source.last});
      return;
    }
    auto const found = classify_jump(passage_, difference);
    auto const jumps = found.edit_class != EditClass::omission && found.edit_class != EditClass::filler &&
                       found.edit_class != EditClass::negation;
    add_edit(jumps ? op : Edit::Op::remove, found, difference.quote, difference.source);
  }

  void add_restyled(Difference const& difference) {
    // The quotation may have only the "are" of "they're", with another word before it.
    if (quote_.wording(difference.quote.first, difference.quote.last) ==
        source_.wording(difference.source.first, difference.source.last))
      return;
    if (quote_[difference.quote.first].is(WordToken::number)) {
      add_edit(Edit::Op::replace, {EditClass::number_style, "the same value"}, difference.quote, difference.source);
      return;
    }
    auto const informal = quote_[difference.quote.first].is(WordToken::informal) ||
                          source_[difference.source.first].is(WordToken::informal);
    add_edit(Edit::Op::replace,
             informal ? Classification{EditClass::colloquial, "a spelling of how it is said"}
                      : Classification{EditClass::contraction, "a contraction opened or made"},
             difference.quote, difference.source);
  }

  void add_edit(Edit::Op op, Classification const& found, TokenRange quote, TokenRange source) {
    auto edit = make_edit(op, found, quoted_text(quote),
                          shortened(source_.wording(source.first, source.last), longest_shown), policy_);
    edit.quote_span = quotation_.span_of(quote.first, quote.last);
    edit.source_span = shown_.span_of(source);
    auto const heard = heard_words(passage_, source);
    edit.time = heard.start;
    edit.confidence = heard.confidence;
    edits_.push_back(std::move(edit));
  }

  std::string quoted_text(TokenRange range) const {
    auto text = quote_.wording(range.first, range.last);
    if (!range.empty() && quote_[range.first].is(WordToken::bracketed)) return "[" + text + "]";
    return text;
  }

  QuotedWords const& quotation_;
  TokenSequence const& quote_;
  Passage const& passage_;
  TokenSequence const& source_;
  PassageText const& shown_;
  Policy const& policy_;
  std::vector<Edit> edits_;
};

bool lies_in(Difference const& difference, std::vector<TokenRange> const& ranges) {
  return std::ranges::any_of(ranges, [&](TokenRange range) {
    return range.first <= difference.quote.first && difference.quote.last <= range.last;
  });
}

}  // namespace

Edit make_edit(Edit::Op op, Classification const& found, std::string quote, std::string source, Policy const& policy) {
  auto const& rule = policy.rule(found.edit_class);
  Edit edit;
  edit.op = op;
  edit.edit_class = found.edit_class;
  edit.quote = std::move(quote);
  edit.source = std::move(source);
  edit.rule = found.rule;
  edit.cost = rule.cost;
  edit.allowed = rule.allowed();
  return edit;
}

std::vector<Edit> edits_of(QuotedWords const& quotation, Passage const& passage, Alignment const& alignment,
                           PassageText const& shown, EditContext const& context) {
  EditListBuilder builder(quotation, passage, shown, context.policy);
  auto const pairs = without(alignment, context.elsewhere);
  auto const found = joined(quotation.tokens(), passage.tokens(), differences(quotation, passage, pairs));
  for (auto const& difference : found) {
    if (!lies_in(difference, context.elsewhere)) builder.add(difference);
  }
  if (auto const foreign = foreign_stretch(passage, pairs); !foreign.empty()) builder.add_other_speaker(foreign);
  auto const at_end = !found.empty() && found.back().quote.last == quotation.tokens().size();
  if (context.article.omits_citations) builder.permit_citations();
  builder.add_frames(pairs, at_end ? found.back().source.last : 0, context);
  for (auto const& place : typeset_places(quotation, passage, pairs)) builder.add_typesetting(place);
  return builder.take();
}

}  // namespace quoth::match
