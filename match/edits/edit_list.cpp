// SPDX-License-Identifier: MIT
#include "match/edits/edit_list.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "match/edits/clause_frame.hpp"
#include "match/edits/joined_difference.hpp"
#include "match/edits/omission.hpp"
#include "match/edits/parted_number.hpp"
#include "match/edits/typesetting.hpp"
#include "match/edits/word_edit.hpp"
#include "match/words/lexicon.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth {

namespace {

// A bracket may stand for so many words of little weight, and say what they mean.
constexpr std::size_t longest_clarified = 4;

// So many words said by somebody else among the speaker's make the quotation one of two speakers.
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
        add_edit(Edit::Op::remove, {"stage-direction", "the transcriber's remark"}, difference.quote,
                 difference.source);
        break;
    }
  }

  void add_frame(ClauseFrame const& frame) {
    auto const told = frame.behind && !edits_.empty() && edits_.back().edit_class == "negation";
    if (told) return;
    auto const edit_class =
        frame.is_all_else ? EditClass{"negation", "a negation left out at the edge of the sentence"}
                          : EditClass{to_string(frame.kind), "words around the passage that the quotation leaves out"};
    auto edit = make_edit(Edit::Op::remove, edit_class, "", frame.words, policy_);
    if (frame.behind) {
      edit.quote_span = quotation_.span_of(quote_.size(), quote_.size());
      edit.source_span = shown_.span_of({source_.size(), source_.size()});
    }
    edits_.push_back(std::move(edit));
  }

  // "Few of us" for "a few of us" and "The boats" for "only the boats": as the start of a sentence, without the word
  // that limits it.
  void add_cut_limit(std::size_t source) {
    constexpr std::size_t longest_limit = 4;
    if (source == 0 || source_[source - 1].part != source_[source].part || source_.before(source) != " ") return;
    auto const first = quote_.key(0);
    auto const is_article = source_.key(source - 1) == "a" && (first == "few" || first == "little");
    auto from = source - 1;
    auto const earliest = sentence_begin(source_, source, longest_limit);
    while (!is_article && from > earliest && !limits(from, source)) --from;
    if (is_article || limits(from, source))
      add_edit(Edit::Op::remove, {"quantity", "a limit cut off before it"}, {0, 0}, {from, source});
  }

  void add_other_speaker(TokenRange words) {
    add_edit(Edit::Op::jump, {"other-speaker", "words of another speaker among them"}, {}, words);
  }

  void add_typesetting(TypesetPlace const& place) {
    if (place.kind == TypesetPlace::Kind::capitals) {
      add_edit(Edit::Op::replace, {"capitals", "other capitals"}, place.quote, place.source);
      return;
    }
    auto edit =
        make_edit(Edit::Op::replace, {"typography", "another mark between words"},
                  trimmed(quote_.before(place.quote.first)), trimmed(source_.before(place.source.first)), policy_);
    edit.quote_span = quotation_.span_of(place.quote.first, place.quote.first);
    edit.source_span = shown_.span_of(place.source);
    edits_.push_back(std::move(edit));
  }

  std::vector<Edit> take() { return std::move(edits_); }

 private:
  // Whether [first, last) is a phrase that says how many, or that it is no more than that. Longer ones do so only
  // before a number or with "of": "at least, we won".
  bool limits(std::size_t first, std::size_t last) const {
    if (last - first > 1 && source_.key(last - 1) != "of" && !source_[last].is(WordToken::number)) return false;
    auto const meanings = meanings_in(source_, first, first + 1);
    return std::ranges::any_of(meanings, [&](MeaningAt const& found) {
      return found.last == last && found.meaning.matters_alone && family_name(found.meaning.family) == "quantity";
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
      add_edit(Edit::Op::replace, {"number-style", "“to” and a dash between numbers"}, difference.quote,
               difference.source);
    } else if (is_ampersand(difference)) {
      add_edit(Edit::Op::replace, {"spelling", "“&” and “and”"}, difference.quote, difference.source);
    } else if (difference.quote.empty()) {
      for (auto const& omission : classify_omission(source_, difference.source))
        add_edit(Edit::Op::remove, omission.edit_class, difference.quote, omission.source);
    } else if (in_part_bracketed(difference)) {
      add_edit(Edit::Op::replace, {"bracket", "a word changed inside brackets"}, difference.quote, difference.source);
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

  // A bracket clarifies where it stands for words that only point, or says more of the same.
  EditClass classify_bracket(Difference const& difference) const {
    if (difference.source.empty()) return {"bracket", "words added in brackets"};
    auto const hidden = hidden_meaning(source_, difference.source, false);
    if (!hidden.empty()) return {"hiding-ellipsis", "a bracket hides a word of " + std::string(hidden)};
    std::size_t weighty = 0;
    for (auto i = difference.source.first; i < difference.source.last; ++i) {
      if (!is_function_word(source_.key(i)) && !source_[i].is(WordToken::optional) &&
          !source_[i].is(WordToken::clitic_s))
        ++weighty;
    }
    if (weighty == 0) return {"bracket", "stands for words that only point"};
    auto const edit_class = classify_words(quote_, difference.quote, source_, difference.source);
    if (turns_meaning(edit_class.name)) return {"bracket-replaces", "says something else than the word it stands for"};
    if (edit_class.name == "name-form" || edit_class.name == "inflection" || edit_class.name == "number-style" ||
        difference.source.size() <= 1 || shares_word(difference))
      return {"bracket", "says more clearly what was meant"};
    if (weighty <= 1 && difference.source.size() <= longest_clarified) return {"bracket", "stands for few words"};
    return {"bracket-replaces", "stands for words that say something themselves"};
  }

  static bool turns_meaning(std::string_view edit_class) {
    static constexpr std::array<std::string_view, 8> classes{"opposite",  "unit",     "number",   "quantity",
                                                             "frequency", "modality", "negation", "comparison"};
    return std::ranges::find(classes, edit_class) != classes.end();
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
    auto const edit_class = classify_jump(passage_, difference);
    auto const jumps = edit_class.name != "omission" && edit_class.name != "filler" && edit_class.name != "negation";
    add_edit(jumps ? op : Edit::Op::remove, edit_class, difference.quote, difference.source);
  }

  void add_restyled(Difference const& difference) {
    // Of "they're" only "are" may stand in the quotation, with another word before it.
    if (quote_.wording(difference.quote.first, difference.quote.last) ==
        source_.wording(difference.source.first, difference.source.last))
      return;
    if (quote_[difference.quote.first].is(WordToken::number)) {
      add_edit(Edit::Op::replace, {"number-style", "the same value"}, difference.quote, difference.source);
      return;
    }
    auto const informal = quote_[difference.quote.first].is(WordToken::informal) ||
                          source_[difference.source.first].is(WordToken::informal);
    add_edit(Edit::Op::replace,
             informal ? EditClass{"colloquial", "a spelling of how it is said"}
                      : EditClass{"contraction", "a contraction opened or made"},
             difference.quote, difference.source);
  }

  void add_edit(Edit::Op op, EditClass const& edit_class, TokenRange quote, TokenRange source) {
    auto edit =
        make_edit(op, edit_class, quoted_text(quote), shortened(source_.wording(source.first, source.last)), policy_);
    edit.quote_span = quotation_.span_of(quote.first, quote.last);
    edit.source_span = shown_.span_of(source);
    edits_.push_back(std::move(edit));
  }

  std::string quoted_text(TokenRange range) const {
    auto text = quote_.wording(range.first, range.last);
    if (!range.empty() && quote_[range.first].is(WordToken::bracketed)) return "[" + text + "]";
    return text;
  }

  static std::string trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(" \n");
    if (first == text.npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \n") - first + 1));
  }

  // A long stretch by its two ends.
  static std::string shortened(std::string text) {
    constexpr std::size_t longest = 200;
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

// The words of the quotation that another speaker says than the one who says most of them.
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

// The words of the passage that stand for the first stretch of the quotation, up to its first jump.
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

// The pairs without those of parts that stand elsewhere, which pair words at random.
Alignment without(Alignment alignment, std::vector<TokenRange> const& elsewhere) {
  for (auto range : elsewhere) {
    for (auto i = range.first; i < range.last; ++i) alignment.source_of[i] = Alignment::unpaired;
  }
  return alignment;
}

}  // namespace

Edit make_edit(Edit::Op op, EditClass const& edit_class, std::string quote, std::string source, Policy const& policy) {
  auto const& rule = policy.rule(edit_class.name);
  Edit edit;
  edit.op = op;
  edit.edit_class = std::string(edit_class.name);
  edit.quote = std::move(quote);
  edit.source = std::move(source);
  edit.rule = edit_class.rule;
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
  // What is not in the quotation's first words cannot be cut away from before them.
  auto const starts_paired = !pairs.source_of.empty() && pairs.source_of.front() != Alignment::unpaired;
  if (starts_paired && !context.article_negates) {
    auto const first = first_stretch(pairs);
    auto const printed = printed_form(quotation, passage, first);
    if (auto const frame = frame_of(passage, first, printed)) {
      builder.add_frame(*frame);
    } else if (printed.opens_sentence) {
      builder.add_cut_limit(static_cast<std::size_t>(pairs.source_of.front()));
    }
  }
  for (auto const& place : typeset_places(quotation, passage, pairs)) builder.add_typesetting(place);
  return builder.take();
}

}  // namespace quoth
