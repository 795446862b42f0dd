// SPDX-License-Identifier: MIT
#include "match/edits/edit_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/align/quoted_words.hpp"
#include "match/edits/embedding.hpp"
#include "match/edits/joined_difference.hpp"
#include "match/edits/omission.hpp"
#include "match/edits/parted_number.hpp"
#include "match/edits/typesetting.hpp"
#include "match/edits/word_edit.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"
#include "text/words/lines.hpp"

namespace quoth::match {

namespace {

// In words: a bracket that replaces up to this many, of little weight, still clarifies.
constexpr std::size_t longest_clarified = 4;

// From this many words of another speaker on, the quotation mixes two speakers.
constexpr std::size_t shortest_foreign_stretch = 3;

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
        add_edit(Edit::Op::remove, {EditClass::stage_direction, "the transcriber's remark"}, difference.quote,
                 difference.source);
        break;
    }
  }

  void add_frame(Embedding const& frame) {
    auto const told = frame.behind && !edits_.empty() && edits_.back().edit_class == EditClass::negation;
    if (told) return;
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

  // "Few of us" for "a few of us", "The boats" for "only the boats": the quotation starts a sentence but omits the word
  // that limits it.
  void add_cut_limit(std::size_t source) {
    constexpr std::size_t longest_limit = 4;  // words
    if (source == 0 || source_[source - 1].part != source_[source].part || source_.before(source) != " ") return;
    auto const first = quote_.key(0);
    auto const is_article = source_.key(source - 1) == "a" && (first == "few" || first == "little");
    auto from = source - 1;
    auto const earliest = sentence_begin(source_, source, longest_limit);
    while (!is_article && from > earliest && !limits(from, source)) --from;
    if (is_article || limits(from, source))
      add_edit(Edit::Op::remove, {EditClass::quantity, "a limit cut off before it"}, {0, 0}, {from, source});
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

  std::vector<Edit> take() { return std::move(edits_); }

 private:
  // Whether [first, last) is a phrase of quantity ("a few", "only"). Longer ones count only before a number or with
  // "of", unlike "at least, we won".
  bool limits(std::size_t first, std::size_t last) const {
    if (last - first > 1 && source_.key(last - 1) != "of" && !source_[last].is(WordToken::number)) return false;
    auto const meanings = meanings_in(source_, first, first + 1);
    return std::ranges::any_of(meanings, [&](MeaningAt const& found) {
      return found.last == last && found.meaning.matters_alone && found.meaning.family == EditClass::quantity;
    });
  }

  void add_words(Difference const& difference) {
    if (auto const inside = word_in_number(quote_, source_, difference)) {
      add_words(*inside);
      return;
    }
    auto const bracketed = !difference.quote.empty() && quote_[difference.quote.first].is(WordToken::bracketed);
    if (bracketed) {
      add_bracket(difference);
    } else if (is_range(difference)) {
      add_edit(Edit::Op::replace, {EditClass::number_style, "“to” and a dash between numbers"}, difference.quote,
               difference.source);
    } else if (is_ampersand(difference)) {
      add_edit(Edit::Op::replace, {EditClass::spelling, "“&” and “and”"}, difference.quote, difference.source);
    } else if (difference.quote.empty()) {
      for (auto const& omission : classify_omission(source_, difference.source))
        add_edit(Edit::Op::remove, omission.found, difference.quote, omission.source);
    } else if (in_part_bracketed(difference)) {
      add_edit(Edit::Op::replace, {EditClass::bracket, "a word changed inside brackets"}, difference.quote,
               difference.source);
    } else {
      auto const op = difference.source.empty() ? Edit::Op::insert : Edit::Op::replace;
      add_edit(op, classify_words(quote_, difference.quote, source_, difference.source), difference.quote,
               difference.source);
    }
  }

  // "ten to fifteen" and "10-15".
  bool is_range(Difference const& difference) const {
    auto const is_to = [](TokenSequence const& tokens, TokenRange range) {
      return range.size() == 1 && tokens.key(range.first) == "to";
    };
    auto const has_dash = [](TokenSequence const& tokens, std::size_t at) {
      auto const before = tokens.before(at);
      return at > 0 && (before == "-" || before == "–") && tokens[at - 1].is(WordToken::number) &&
             tokens[at].is(WordToken::number);
    };
    if (difference.source.empty()) return is_to(quote_, difference.quote) && has_dash(source_, difference.source.first);
    return difference.quote.empty() && is_to(source_, difference.source) && has_dash(quote_, difference.quote.first);
  }

  // "and" on one side where the other has "&".
  bool is_ampersand(Difference const& difference) const {
    auto const is_and = [](TokenSequence const& tokens, TokenRange range) {
      return range.size() == 1 && tokens.key(range.first) == "and";
    };
    auto const has_sign = [](TokenSequence const& tokens, std::size_t at) {
      return tokens.before(at).find('&') != std::string_view::npos;
    };
    if (difference.source.empty())
      return is_and(quote_, difference.quote) && has_sign(source_, difference.source.first);
    return difference.quote.empty() && is_and(source_, difference.source) && has_sign(quote_, difference.quote.first);
  }

  bool in_part_bracketed(Difference const& difference) const {
    return difference.quote.size() == 1 && difference.source.size() == 1 &&
           quote_[difference.quote.first].is(WordToken::part_bracketed);
  }

  void add_bracket(Difference const& difference) {
    auto const op = difference.source.empty() ? Edit::Op::insert : Edit::Op::replace;
    add_edit(op, classify_bracket(difference), difference.quote, difference.source);
  }

  // A bracket clarifies if it replaces words that only refer to something, or if it says the same more fully.
  Classification classify_bracket(Difference const& difference) const {
    if (difference.source.empty()) return {EditClass::bracket, "words added in brackets"};
    auto const hidden = hidden_meaning(source_, difference.source, false);
    if (hidden) return {EditClass::hiding_ellipsis, "a bracket hides a word of " + std::string(to_string(*hidden))};
    std::size_t weighty = 0;
    for (auto i = difference.source.first; i < difference.source.last; ++i) {
      if (!is_function_word(source_.key(i)) && !source_[i].is(WordToken::optional) &&
          !source_[i].is(WordToken::clitic_s))
        ++weighty;
    }
    if (weighty == 0) return {EditClass::bracket, "stands for words that only point"};
    auto const edit_class = classify_words(quote_, difference.quote, source_, difference.source).edit_class;
    if (turns_meaning(edit_class))
      return {EditClass::bracket_replaces, "says something else than the word it stands for"};
    if (edit_class == EditClass::name_form || edit_class == EditClass::inflection ||
        edit_class == EditClass::number_style || difference.source.size() <= 1 || shares_word(difference))
      return {EditClass::bracket, "says more clearly what was meant"};
    if (weighty <= 1 && difference.source.size() <= longest_clarified)
      return {EditClass::bracket, "stands for few words"};
    return {EditClass::bracket_replaces, "stands for words that say something themselves"};
  }

  static bool turns_meaning(EditClass edit_class) {
    switch (edit_class) {
      case EditClass::opposite:
      case EditClass::unit:
      case EditClass::number:
      case EditClass::quantity:
      case EditClass::frequency:
      case EditClass::modality:
      case EditClass::negation:
      case EditClass::comparison:
        return true;
      default:
        return false;
    }
  }

  bool shares_word(Difference const& difference) const {
    for (auto i = difference.quote.first; i < difference.quote.last; ++i) {
      for (auto j = difference.source.first; j < difference.source.last; ++j) {
        if (quote_[i].id == source_[j].id && !is_function_word(quote_.key(i))) return true;
      }
    }
    return false;
  }

  void add_jump(Difference const& difference, Edit::Op op) {
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
    auto edit =
        make_edit(op, found, quoted_text(quote), shortened(source_.wording(source.first, source.last)), policy_);
    edit.quote_span = quotation_.span_of(quote.first, quote.last);
    edit.source_span = shown_.span_of(source);
    edits_.push_back(std::move(edit));
  }

  std::string quoted_text(TokenRange range) const {
    auto text = quote_.wording(range.first, range.last);
    if (!range.empty() && quote_[range.first].is(WordToken::bracketed)) return "[" + text + "]";
    return text;
  }

  // The text; only its two ends if it is long.
  static std::string shortened(std::string text) {
    constexpr std::size_t longest = 200;  // bytes
    if (text.size() <= longest) return text;
    auto const head = text.rfind(' ', longest / 2);
    auto const tail = text.find(' ', text.size() - longest / 2);
    if (head == text.npos || tail == text.npos) return text;
    return text.substr(0, head) + " …" + text.substr(tail);
  }

  QuotedWords const& quotation_;
  TokenSequence const& quote_;
  Passage const& passage_;
  TokenSequence const& source_;
  PassageText const& shown_;
  Policy const& policy_;
  std::vector<Edit> edits_;
};

// The range of the passage's paired words that belong to another speaker than most of them do; empty if these are few.
TokenRange foreign_stretch(Passage const& passage, Alignment const& alignment) {
  std::map<std::string, std::size_t> words;
  for (auto source : alignment.source_of) {
    if (source != Alignment::unpaired) ++words[passage.turn_of(static_cast<std::size_t>(source)).speaker];
  }
  if (words.size() < 2) return {};
  auto const main = std::ranges::max_element(words, {}, [](auto const& entry) { return entry.second; })->first;
  TokenRange stretch;
  std::size_t count = 0;
  for (auto source : alignment.source_of) {
    auto const at = static_cast<std::size_t>(source);
    if (source == Alignment::unpaired || passage.turn_of(at).speaker == main) continue;
    if (stretch.empty()) stretch.first = at;
    if (at >= stretch.first) stretch.last = std::max(stretch.last, at + 1);
    ++count;
  }
  return count >= shortest_foreign_stretch ? stretch : TokenRange{};
}

// The range of the passage for the first part of the quotation, up to its first jump.
TokenRange first_stretch(Alignment const& alignment) {
  TokenRange stretch;
  for (auto source : alignment.source_of) {
    if (source == Alignment::unpaired) continue;
    auto const at = static_cast<std::size_t>(source);
    if (stretch.empty()) stretch = {at, at};
    if (at < stretch.last || at > stretch.last + 12) break;
    stretch.last = at + 1;
  }
  return stretch;
}

bool lies_in(Difference const& difference, std::vector<TokenRange> const& ranges) {
  return std::ranges::any_of(ranges, [&](TokenRange range) {
    return range.first <= difference.quote.first && difference.quote.last <= range.last;
  });
}

// The alignment without the pairs of parts found elsewhere, which are random.
Alignment without(Alignment alignment, std::vector<TokenRange> const& elsewhere) {
  for (auto range : elsewhere) {
    for (auto i = range.first; i < range.last; ++i) alignment.source_of[i] = Alignment::unpaired;
  }
  return alignment;
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
  // The words before the passage are only known to be cut off if the quotation's first word is paired.
  auto const starts_paired = !pairs.source_of.empty() && pairs.source_of.front() != Alignment::unpaired;
  if (starts_paired && !context.article_negates) {
    auto const first = first_stretch(pairs);
    auto const printed = printed_form(quotation, passage, first);
    if (auto const frame = embedding_of(passage, first, printed)) {
      builder.add_frame(*frame);
    } else if (printed.opens_sentence) {
      builder.add_cut_limit(static_cast<std::size_t>(pairs.source_of.front()));
    }
  }
  for (auto const& place : typeset_places(quotation, passage, pairs)) builder.add_typesetting(place);
  return builder.take();
}

}  // namespace quoth::match
