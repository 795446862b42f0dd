// SPDX-License-Identifier: MIT
#include "grammar/speakers/block_credit.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/mention.hpp"

namespace quoth::grammar {

namespace {

class BlockCredit {
 public:
  BlockCredit(ParsedText const& parsed, Location location)
      : parsed_(parsed),
        at_(location.phrase),
        location_(location),
        own_(parsed.sentences[location.sentence]),
        goes_on_(parsed.span_features(location.phrase).goes_on) {}

  bool has(Proposal const& proposal) const {
    if (is_number(proposal.mention)) return false;
    switch (proposal.rule) {
      case ReportingRule::inner_label:
      case ReportingRule::signature:
        return true;
      case ReportingRule::sentence_after:
        return is_pointed_at(parsed_, location_, proposal) || is_said_behind(proposal);
      case ReportingRule::sentence_before:
      case ReportingRule::subject_before:
        return false;
      case ReportingRule::continued:
        return own_.first < at_ && !is_led_by_nobody();  // "And later:"
      default:
        return proposal.mention > at_ ||
               (!goes_on_ && !is_led_by_nobody() && !is_own(proposal.mention) && !is_of_words(proposal));
    }
  }

  // The speaker of the sentence that ends the paragraph before, where that one reports and quotes nothing else: "Reed
  // wrote about this in her letter."
  std::optional<Proposal> said_before() const {
    if (goes_on_ || own_.first != at_) return std::nullopt;
    auto number = location_.sentence;
    while (number > 0 && is_paragraph_end(number - 1)) --number;
    if (number == 0) return std::nullopt;
    auto const& before = parsed_.sentences[--number];
    for (auto i = before.first; i < before.last; ++i) {
      if (parsed_.phrase(i).is(PhraseKind::quotation)) return std::nullopt;
    }
    auto const [first, last] = parsed_.clauses(number);
    for (auto const* clause = first; clause != last; ++clause) {
      if (clause->rule == ReportingRule::subject_verb && is_speech(clause->cue) &&
          parsed_.phrase(clause->cue).form == CueForm::finite && parsed_.phrase(clause->mention).can_speak() &&
          mention_kind(parsed_, clause->mention) != MentionKind::mass)
        return Proposal{ReportingRule::sentence_before, clause->mention, clause->mention_last, clause->cue, 0};
    }
    return std::nullopt;
  }

  // Whom the words that lead to the block name, if nothing says that this person speaks: "Nobody has put it better than
  // Ana Reed did:". Not who is spoken to or about.
  std::optional<Proposal> named_before() const {
    if (goes_on_ || own_.first == at_) return std::nullopt;
    for (auto i = at_; i-- > own_.first;) {
      if (!parsed_.phrase(i).is(PhraseKind::nominal) || !is_name(i)) continue;
      bool const object = i > own_.first && parsed_.phrase(i - 1).is(PhraseKind::preposition) && !is_than(i - 1);
      if (!object) return Proposal{ReportingRule::bare_subject, i, i + 1, no_phrase, 0};
    }
    return std::nullopt;
  }

 private:
  // "[3]", "9 Carr. 45": a number in a reference
  bool is_number(std::uint32_t phrase) const {
    auto const& mention = parsed_.phrase(phrase);
    return mention.last - mention.first == 1 && parsed_.token(mention.first).is(TokenKind::number);
  }

  // "Nobody has put it better than Ana Reed did:"
  bool is_led_by_nobody() const {
    auto const subject = parsed_.first_subject(location_.sentence);
    if (subject >= at_) return false;
    auto const& mention = parsed_.phrase(subject);
    auto const key = parsed_.token(mention.last - 1).key;
    return mention.last - mention.first == 1 && (key == key_of("nobody") || key == key_of("nothing"));
  }

  // "Key quote:", "Here is the full text:", "TL;DR:", "Emphasis mine:": what leads to the block says what the words
  // are, and not whose.
  bool is_of_words(Proposal const& proposal) const {
    if (proposal.rule == ReportingRule::owner || proposal.rule == ReportingRule::according_to ||
        is_name(proposal.mention))
      return false;
    auto end = at_;
    while (end > own_.first && !is_word(end - 1)) --end;
    if (end == own_.first) return false;
    static constexpr std::array<WordKey, 20> nouns{
        key_of("quote"),   key_of("quotation"), key_of("excerpt"),   key_of("extract"),   key_of("passage"),
        key_of("text"),    key_of("line"),      key_of("lines"),     key_of("takeaway"),  key_of("highlight"),
        key_of("summary"), key_of("example"),   key_of("important"), key_of("mine"),      key_of("ours"),
        key_of("dr"),      key_of("update"),    key_of("sponsor"),   key_of("paragraph"), key_of("sentence")};
    auto const& last = parsed_.token(parsed_.phrase(end - 1).last - 1);
    return std::ranges::find(nouns, last.key) != nouns.end();
  }

  bool is_word(std::uint32_t phrase) const {
    return parsed_.phrase(phrase).is(PhraseKind::nominal) || parsed_.phrase(phrase).is(PhraseKind::cue);
  }

  // "my view"
  bool is_own(std::uint32_t phrase) const {
    auto const key = parsed_.first_token(phrase).key;
    return key == key_of("my") || key == key_of("our");
  }

  bool is_name(std::uint32_t phrase) const {
    auto const& name = parsed_.phrase(phrase);
    for (auto i = name.first; i < name.last; ++i) {
      if (!parsed_.token(i).capital) return false;
    }
    return name.last - name.first > 1;
  }

  bool is_than(std::uint32_t phrase) const {
    auto const key = parsed_.first_token(phrase).key;
    return key == key_of("than") || key == key_of("like") || key == key_of("by") || key == key_of("from");
  }

  bool is_paragraph_end(std::uint32_t sentence) const {
    auto const& range = parsed_.sentences[sentence];
    return range.last - range.first == 1 && parsed_.phrase(range.first).is(PhraseKind::paragraph_end);
  }

  bool is_speech(std::uint32_t cue) const {
    return cue != no_phrase && parsed_.phrase(cue).is(PhraseKind::cue) &&
           parsed_.token(parsed_.phrase(cue).last - 1).has(WordClass::speech);
  }

  // Whether the sentence behind the block says of its words that somebody said them: "Reed wrote that in 2031."
  bool is_said_behind(Proposal const& proposal) const {
    auto const cue = proposal.cue;
    if (!is_speech(cue) || cue < proposal.mention || cue + 1 >= parsed_.phrases.size()) return false;
    auto const& object = parsed_.phrase(cue + 1);
    auto const& word = parsed_.token(object.first);
    bool const points = object.last - object.first == 1
                            ? word.any(WordClass::that) || word.any(WordClass::demonstrative) || word.any(WordClass::it)
                            : word.any(WordClass::demonstrative);
    if (!points || cue + 2 >= parsed_.phrases.size()) return false;
    auto const next = parsed_.phrase(cue + 2).kind;
    return next == PhraseKind::preposition || next == PhraseKind::sentence_end || next == PhraseKind::adverb ||
           next == PhraseKind::comma || next == PhraseKind::paragraph_end;
  }

  ParsedText const& parsed_;
  std::uint32_t at_;
  Location location_;
  Sentence own_;
  bool goes_on_;
};

}  // namespace

void keep_credited(ParsedText const& parsed, Location location, std::vector<WeighedProposal>& candidates) {
  if (parsed.span_features(location.phrase).is_unnamed) return candidates.clear();
  BlockCredit const credit(parsed, location);
  std::erase_if(candidates, [&](WeighedProposal const& candidate) { return !credit.has(candidate.proposal); });
  if (!candidates.empty()) return;
  if (auto const before = credit.said_before()) {
    candidates.push_back({*before, {}});
  } else if (auto const named = credit.named_before()) {
    candidates.push_back({*named, {}});
  }
}

void keep_in_paragraph(ParsedText const& parsed, Location location, std::vector<WeighedProposal>& candidates) {
  constexpr std::uint32_t longest_display = 200;  // phrases; more is no headline
  auto first = location.phrase;
  auto const least = first - std::min(first, longest_display);
  while (first > least && !parsed.phrase(first - 1).is(PhraseKind::paragraph_end)) --first;
  auto last = location.phrase;
  auto const most = std::min<std::size_t>(parsed.phrases.size(), last + longest_display);
  while (last < most && !parsed.phrase(last).is(PhraseKind::paragraph_end)) ++last;
  std::erase_if(candidates, [&](WeighedProposal const& candidate) {
    auto const& proposal = candidate.proposal;
    bool const inside = proposal.mention >= first && proposal.mention < last;
    return proposal.rule != ReportingRule::signature && !inside;
  });
}

}  // namespace quoth::grammar
