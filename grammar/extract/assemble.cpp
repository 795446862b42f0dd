// SPDX-License-Identifier: MIT
#include "grammar/extract/assemble.hpp"

#include <algorithm>
#include <array>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/extract/extract_tuning.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/no_speaker.hpp"
#include "grammar/works/document_kind.hpp"

namespace quoth::grammar {

namespace {

using Tuned = ExtractTuning;

// Whether a clause of the writer's own leads from the tag to the second quotation: “A,” she said, adding that “B”. A
// subordinate one does not: “A,” she said when asked, “b.”
bool has_own_clause(ParsedText const& parsed, std::uint32_t tag, std::uint32_t quotation) {
  auto const& last_word = parsed.token(parsed.phrase(quotation).first - 1);
  bool const abbreviated =
      last_word.dotted && parsed.span_features(quotation).starts_capital;  // "said in Harrow, Calif."
  if (abbreviated) return false;
  switch (parsed.phrase(quotation - 1).kind) {
    case PhraseKind::comma:
    case PhraseKind::colon:
    case PhraseKind::dash:
    case PhraseKind::semicolon:
    case PhraseKind::sentence_end:
    case PhraseKind::paragraph_end:
    case PhraseKind::close_bracket:
    case PhraseKind::quotation:
    case PhraseKind::other:
      break;
    default:
      return true;
  }
  for (auto i = tag + 1; i < quotation; ++i) {
    auto const& phrase = parsed.phrase(i);
    if (!phrase.is(PhraseKind::cue)) continue;
    auto const& before = parsed.phrase(i - 1);
    bool const dependent =
        before.is(PhraseKind::relative) || before.is(PhraseKind::preposition) ||
        (before.is(PhraseKind::conjunction) && parsed.first_token(i - 1).has(WordClass::subordinator));
    auto const& verb = parsed.token(phrase.last - 1);
    // "she said, speaking of ferries, “b.”"
    if (i + 1 < quotation && parsed.phrase(i + 1).is(PhraseKind::preposition)) continue;
    if (!dependent && verb.any(WordClass::speech | WordClass::verdict)) return true;
  }
  return false;
}

// Whether the first quotation's tag is all that is between the two: “A,” she said. “B.”
bool is_split_by_tag(ParsedText const& parsed, Classification const& first, Classification const& second) {
  auto const mention = first.speaker.mention;
  if (!first.is_speech || !second.is_speech || mention == no_phrase) return false;
  if (mention < first.location.phrase || mention > second.location.phrase || second.speaker.mention != mention)
    return false;
  auto const& tag = parsed.sentences[first.location.sentence];
  auto const second_sentence = second.location.sentence;
  if (second_sentence == first.location.sentence) {
    auto const end_of_tag = std::max(first.speaker.cue == no_phrase ? 0U : first.speaker.cue, first.speaker.mention);
    return second.location.phrase - first.location.phrase < Tuned::split_by_tag &&
           !has_own_clause(parsed, end_of_tag, second.location.phrase);
  }
  return second_sentence == first.location.sentence + 1 && second.location.phrase == tag.last &&
         parsed.sentences[second_sentence].paragraph == tag.paragraph;
}

// Whether the first is a question that somebody else asked: "Asked “Who pays?” Tamm answered: “The town.”"
bool is_answered(ParsedText const& parsed, Classification const& first, Classification const& second) {
  static constexpr std::array<WordKey, 8> answers{key_of("answered"),  key_of("answers"),   key_of("replied"),
                                                  key_of("replies"),   key_of("responded"), key_of("antwortete"),
                                                  key_of("erwiderte"), key_of("entgegnete")};
  auto const cue = second.speaker.cue;
  if (first.speaker.mention != second.speaker.mention) return false;
  if (first.location.sentence != second.location.sentence || cue == no_phrase || cue < first.location.phrase ||
      cue > second.location.phrase || parsed.span_features(first.location.phrase).ending != Ending::question)
    return false;
  bool const is_led_in = first.location.phrase > parsed.sentences[first.location.sentence].first;
  return is_led_in && std::ranges::find(answers, parsed.token(parsed.phrase(cue).last - 1).key) != answers.end();
}

// Whether the sentence itself names the speaker, with a cue.
bool has_own_tag(Classification const& classification) {
  return classification.speaker.cue != no_phrase && classification.speaker.rule < ReportingRule::owner;
}

// Whether the words are a sentence, and no title in a list of references.
bool is_sentence(SpanFeatures const& features) {
  bool const title = features.capitals + 1 >= features.words - features.functions;
  return features.words >= Tuned::sentence_in_references && !title;
}

// The verb of a document that is the subject of the quotation's clause, where it is no cue elsewhere: "the ruling holds
// that". `no_phrase` if there is none.
std::uint32_t document_verb(ParsedText const& parsed, Classification const& classification) {
  auto const& speaker = classification.speaker;
  if (speaker.cue != no_phrase || speaker.mention > classification.location.phrase) return no_phrase;
  auto const verb = speaker.mention_last;
  if (verb >= classification.location.phrase || classification.location.phrase - verb > Tuned::verb_before)
    return no_phrase;
  auto const& phrase = parsed.phrase(verb);
  bool const says = (phrase.is(PhraseKind::verb) || phrase.is(PhraseKind::cue)) &&
                    is_document_verb(parsed.token(phrase.last - 1).key);
  return says ? verb : no_phrase;
}

}  // namespace

void Assembly::add(ParsedText const& parsed, std::vector<Classification> const& classifications) {
  People const people(parsed);
  Resolver resolver(document_, parsed, people);
  Classification const* before = nullptr;
  for (auto const& classification : classifications) {
    auto const index = parsed.marked_span(classification.location.phrase);
    auto& part = parts_[index];
    part.kind = kind_of(parsed, classification);
    bool const spoken = classification.is_speech || classification.is_headline;
    if (spoken && classification.speaker.mention != no_phrase)
      part.attribution = attribution_of(parsed, classification, resolver);
    drop_no_speaker(document_, part.attribution);
    part.tagged = has_own_tag(classification);
    cite(parsed, classification, part);
    if (before != nullptr && is_answered(parsed, *before, classification)) {
      parts_[parsed.marked_span(before->location.phrase)].attribution.reset();
    } else if (before != nullptr) {
      join(parsed, *before, classification);
    }
    before = &classification;
  }
}

// Completes who speaks by the works that are cited beside the quotation.
void Assembly::cite(ParsedText const& parsed, Classification const& classification, Part& part) const {
  auto const at = classification.location.phrase;
  auto const& marks = parsed.first_token(at);
  auto const& sentence = parsed.sentences[classification.location.sentence];
  if (works_.is_in_references(marks.first) && !part.tagged && !is_sentence(parsed.span_features(at))) {
    part.attribution.reset();
    part.kind = QuotationKind::title;
    return;
  }
  CitedContext context;
  context.quotation = {marks.first, marks.last};
  context.sentence = {parsed.first_token(sentence.first).first,
                      parsed.token(parsed.phrase(sentence.last - 1).last - 1).last};
  auto const& features = parsed.span_features(at);
  bool const speech = part.kind == QuotationKind::direct || part.kind == QuotationKind::partial;
  bool const may_be = part.kind == QuotationKind::other || part.kind == QuotationKind::term;
  if (!speech) {
    if (!may_be || features.words < Tuned::fewest_cited || !works_.is_cited(context.quotation)) return;
    part.attribution.reset();
    part.kind = QuotationKind::partial;
  }
  auto const& speaker = classification.speaker;
  bool const named =
      part.attribution && (part.attribution->naming == Naming::name || part.attribution->naming == Naming::pronoun);
  context.weak = !part.tagged && (!named || speaker.rule >= ReportingRule::continued);
  if (speaker.mention != no_phrase && !parsed.phrase(speaker.mention).is(PhraseKind::quotation)) {
    auto const& head = parsed.token(parsed.phrase(speaker.mention).last - 1);
    bool const people = head.any(any_person | Classes(WordClass::crowd) | WordClass::plural);
    context.thing = part.attribution && part.attribution->naming == Naming::noun && !people;
    context.head = document_.text().substr(head.first, head.last - head.first - (head.possessive ? 2U : 0U));
  }
  works_.complete(part.attribution, context);
}

// Joins a marked span to the one before it where both are parts of one quotation.
void Assembly::join(ParsedText const& parsed, Classification const& before, Classification const& classification) {
  auto const earlier = parsed.marked_span(before.location.phrase);
  auto& part = parts_[parsed.marked_span(classification.location.phrase)];
  auto const first_part = parts_[earlier].first_part >= 0 ? parts_[earlier].first_part : static_cast<int>(earlier);
  auto& first = parts_[static_cast<std::size_t>(first_part)];
  bool const new_speaker = classification.speaker.rule == ReportingRule::inner_label || (first.tagged && part.tagged);
  bool const carried = marked_spans_[earlier].carried_on && !new_speaker;
  if (!carried && !is_split_by_tag(parsed, before, classification)) return;
  if (carried && part.tagged) {  // the tag comes in a later paragraph of the quotation
    first.attribution = part.attribution;
    first.tagged = true;
  }
  // A source line names the speaker below the last paragraph of a block.
  if (carried && marked_spans_[earlier].block && part.attribution &&
      (!first.attribution || first.attribution->speaker.empty()))
    first.attribution = part.attribution;
  part.first_part = first_part;
  part.kind = parts_[earlier].kind;
}

QuotationKind Assembly::kind_of(ParsedText const& parsed, Classification const& classification) {
  auto const& span_features = parsed.span_features(classification.location.phrase);
  if (span_features.block && !span_features.display) return QuotationKind::direct;
  if (classification.is_headline) return QuotationKind::headline;
  if (classification.is_title) return QuotationKind::title;
  if (!classification.is_speech) return kind_of_no_speech(span_features);
  auto const at = classification.location.phrase;
  auto const& sentence = parsed.sentences[classification.location.sentence];
  bool const introduced = at == sentence.first || parsed.phrase(at - 1).is(PhraseKind::comma) ||
                          parsed.phrase(at - 1).is(PhraseKind::colon);
  bool const whole = span_features.ending != Ending::none || span_features.has_sentence_end || introduced;
  return whole && span_features.starts_capital && span_features.words > 1 ? QuotationKind::direct
                                                                          : QuotationKind::partial;
}

QuotationKind Assembly::kind_of_no_speech(SpanFeatures const& span_features) {
  if (span_features.starts_capital && span_features.words > 1 &&
      span_features.capitals + 1 >= span_features.words - span_features.functions)
    return QuotationKind::title;
  return span_features.words <= Tuned::longest_term ? QuotationKind::term : QuotationKind::other;
}

Attribution Assembly::attribution_of(ParsedText const& parsed, Classification const& classification,
                                     Resolver& resolver) {
  Attribution attribution;
  attribution.candidates = resolver.candidates(classification);
  auto resolution = resolver.resolve(classification);
  auto const& speaker = classification.speaker;
  attribution.naming = resolver.naming(classification, resolution);
  bool const source_line = parsed.span_features(classification.location.phrase).block &&
                           classification.speaker.rule == ReportingRule::signature;
  attribution.tagged = has_own_tag(classification) || source_line;
  attribution.mention = resolution.mention;
  if (speaker.cue != no_phrase) {
    auto const& cue = parsed.phrase(speaker.cue);
    attribution.cue = Span{parsed.token(cue.first).first, parsed.token(cue.last - 1).last};
  }
  if (auto const verb = document_verb(parsed, classification);
      attribution.naming == Naming::work && verb != no_phrase) {
    attribution.cue = Span{parsed.first_token(verb).first, parsed.token(parsed.phrase(verb).last - 1).last};
    attribution.tagged = true;
  }
  attribution.speaker = std::move(resolution.speaker);
  attribution.aliases = std::move(resolution.aliases);
  attribution.via = std::move(resolution.via);
  attribution.reason = std::move(resolution.reason);
  attribution.rule = to_string(speaker.rule);
  attribution.confidence = classification.confidence;
  return attribution;
}

std::vector<Quotation> Assembly::finish() {
  std::vector<Quotation> quotations;
  std::vector<int> quotation_of(marked_spans_.size(), -1);  // by marked span; -1 for none
  for (std::size_t i = 0; i < marked_spans_.size(); ++i) {
    auto const& marked_span = marked_spans_[i];
    auto const span = inside(i);
    if (span.empty() || features_by_span_[i].words == 0) continue;
    auto const earlier = parts_[i].first_part;
    if (earlier >= 0 && quotation_of[static_cast<std::size_t>(earlier)] >= 0) {
      quotation_of[i] = quotation_of[static_cast<std::size_t>(earlier)];
      auto& quotation = quotations[static_cast<std::size_t>(quotation_of[i])];
      quotation.segments.push_back(span);
      quotation.closed = marked_span.closed;
      continue;
    }
    Quotation quotation;
    quotation.id = static_cast<int>(quotations.size()) + 1;
    quotation.kind = parts_[i].kind;
    quotation.segments.push_back(span);
    quotation.attribution = parts_[i].attribution;
    quotation.closed = marked_span.closed;
    quotation.block = marked_span.block;
    if (marked_span.parent >= 0) quotation.inside = quotation_of[static_cast<std::size_t>(marked_span.parent)] + 1;
    quotation_of[i] = static_cast<int>(quotations.size());
    quotations.push_back(std::move(quotation));
  }
  return quotations;
}

}  // namespace quoth::grammar
