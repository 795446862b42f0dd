// SPDX-License-Identifier: MIT
#include "grammar/speakers/resolve.hpp"

#include <algorithm>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/speakers_tuning.hpp"
#include "grammar/works/document_kind.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::grammar {

using enum WordClass;
using Tuned = AnaphoraTuning;

// The words in one line; no more of them than a name, a role or the name of a document has.
std::string Resolver::text(Span span) const {
  std::u32string line;
  for (auto const c : document_.text().substr(span.first, std::min(span.size(), PeopleTuning::longest_name)))
    line.push_back(c == U'\n' || c == U'\u00A0' || c == U'\t' ? U' ' : c);
  return text::to_utf8(line);
}

// The name without a nickname in it.
std::string Resolver::name_of(Entity const& entity) const {
  if (!entity.nickname || entity.nickname->first < entity.name.first || entity.nickname->last > entity.name.last)
    return text(entity.name);
  auto behind = entity.nickname->last;
  if (behind < entity.name.last && document_.text()[behind] == U' ') ++behind;
  return text({entity.name.first, entity.nickname->first}) + text({behind, entity.name.last});
}

Span Resolver::words(std::uint32_t first, std::uint32_t last) const {
  auto const& end = parsed_.token(parsed_.phrase(last - 1).last - 1);
  return {parsed_.first_token(first).first, end.last - (end.possessive ? 2U : 0U)};
}

void Resolver::start(Classification const& classification) {
  auto const& token = parsed_.first_token(classification.location.phrase);
  quotation_ = {token.first, token.last};
}

Resolution Resolver::resolve(Classification const& classification) {
  start(classification);
  auto const& speaker = classification.speaker;
  auto known = resolved_.find(speaker.mention);
  if (known == resolved_.end()) {
    known = resolved_.emplace(speaker.mention, of_mention(speaker)).first;
    auto const kind = mention_kind(parsed_, speaker.mention);
    if (known->second.entity != no_entity && (kind == MentionKind::he || kind == MentionKind::she))
      called_.emplace(known->second.entity, kind);
  }
  if (known->second.entity != no_entity && classification.is_speech && speaks_for_oneself())
    persons_.insert(known->second.entity);
  // A report that speaks for itself issues no statement.
  bool const work =
      known->second.entity == no_entity && is_work(speaker.mention, mention_kind(parsed_, speaker.mention));
  if (classification.is_speech && !work) last_ = known->second;
  if (classification.is_speech && is_work(speaker.mention, mention_kind(parsed_, speaker.mention))) {
    last_work_ = known->second;
    last_work_sentence_ = classification.location.sentence;
  }
  if (work && known->second.speaker != last_.speaker) last_wrote_ = false;
  if (classification.is_speech && speaker.rule != ReportingRule::continued && !work)
    last_wrote_ = speaker.cue != no_phrase && is_writing(speaker.cue);
  return known->second;
}

// Whom a candidate's mention stands for, whether it is chosen or not.
Resolution Resolver::of_mention(Proposal const& speaker) {
  auto const phrase = speaker.mention;
  auto const kind = is_named_body(phrase) ? MentionKind::body : mention_kind(parsed_, phrase);
  Resolution resolution;
  if (parsed_.phrase(phrase).is(PhraseKind::quotation)) {
    resolution = labelled(phrase);
  } else if (is_relative_pronoun(parsed_, speaker)) {
    resolution = relative(phrase);
  } else if (parsed_.phrase(phrase).is(PhraseKind::pronoun)) {
    auto const sentence = parsed_.sentence_of(phrase);
    bool const thing = kind == MentionKind::it || kind == MentionKind::they;
    auto work = thing ? work_before(phrase, sentence) : std::nullopt;
    resolution = work ? *std::move(work) : pronoun(phrase, sentence, kind);
  } else if (auto const object = object_pronoun(phrase); object != MentionKind::none) {
    resolution = pronoun(phrase, parsed_.sentence_of(phrase), object);
  } else if (is_page(phrase)) {
    resolution = of_page(phrase);
  } else if (is_work(phrase, kind)) {
    resolution = issuer_of_work(phrase);
  } else if (auto owner = owner_of(phrase, speaker.rule == ReportingRule::owner)) {
    resolution = *std::move(owner);
  } else if (kind == MentionKind::document) {
    resolution = issuer_of(phrase);
  } else {
    resolution = nominal(phrase, speaker.mention_last);
  }
  if (kind != MentionKind::document || resolution.mention.empty()) resolution.mention = mention_of(speaker);
  if (auto joint = jointly(speaker, resolution)) resolution = *std::move(joint);
  if (speaker.cue != no_phrase && is_hearing(speaker.cue)) {
    auto const heard_by = resolution.mention;
    resolution = nobody("who hears the words does not say them");
    resolution.mention = heard_by;
  }
  if (resolution.via.empty() && is_titled_work(phrase)) {
    if (resolution.entity == no_entity) resolution.speaker = as_named(words(phrase, speaker.mention_last));
    resolution.via = text(words(phrase, speaker.mention_last));
    resolution.is_work = true;
  }
  if (resolution.via.empty() && speaker.cue != no_phrase) resolution.via = via_after(speaker.cue);
  return resolution;
}

// "him" of "quoted him as saying"; `none` for other words.
MentionKind Resolver::object_pronoun(std::uint32_t phrase_index) const {
  auto const& phrase = parsed_.phrase(phrase_index);
  auto const& word = parsed_.token(phrase.first);
  if (phrase.last - phrase.first != 1 || word.any(subject | given_name) || !word.any(he | she))
    return MentionKind::none;
  return word.has(he) ? MentionKind::he : MentionKind::she;
}

// Whether the verb says who heard the words, and not who spoke: "“…”, Harrow Crown Court heard".
bool Resolver::is_hearing(std::uint32_t cue) const {
  auto const key = parsed_.token(parsed_.phrase(cue).last - 1).key;
  return key == key_of("heard") || key == key_of("hears") || key == key_of("hear");
}

// The span of the mention, without a possessive 's.
Span Resolver::mention_of(Proposal const& speaker) const {
  if (parsed_.phrase(speaker.mention).is(PhraseKind::quotation)) return mention_span(parsed_, speaker);
  auto span = words(speaker.mention, speaker.mention_last);
  if (!parsed_.phrase(speaker.mention).is(PhraseKind::pronoun)) return span;
  for (auto i = span.first; i < span.last; ++i) {  // "he’s"
    auto const c = document_.text()[i];
    if (c == U'\'' || c == U'’') span.last = i;
  }
  return span;
}

// Resolves a label inside the quotation.
Resolution Resolver::labelled(std::uint32_t phrase) const {
  auto const& span_features = parsed_.span_features(phrase);
  auto const entity = people_.named(span_features.label_key);
  if (entity != no_entity) return of_entity(entity);
  Resolution resolution;
  resolution.speaker = text(span_features.label);
  return resolution;
}

// What it was said through: "said in a statement", "wrote on Facebook".
std::string Resolver::via_after(std::uint32_t cue) const {
  auto const last = std::min<std::size_t>(cue + Tuned::via_ahead, parsed_.phrases.size());
  bool const wrote_in = parsed_.token(parsed_.phrase(cue).last - 1).key == key_of("in");
  if (wrote_in && cue + 1 < last && parsed_.phrase(cue + 1).is(PhraseKind::nominal)) {
    auto const& head = parsed_.token(parsed_.phrase(cue + 1).last - 1);
    if (head.has(document) && !head.has(outlet)) return text(words(cue + 1, cue + 2));
  }
  for (auto i = cue + 1; i + 1 < last; ++i) {
    auto const kind = parsed_.phrase(i).kind;
    if (kind == PhraseKind::sentence_end || kind == PhraseKind::paragraph_end || kind == PhraseKind::quotation)
      return {};
    if (kind != PhraseKind::preposition || !parsed_.phrase(i + 1).is(PhraseKind::nominal)) continue;
    auto const& head = parsed_.token(parsed_.phrase(i + 1).last - 1);
    if (head.has(document) && !head.has(outlet)) return text(words(i + 1, i + 2));
  }
  return {};
}

Resolution Resolver::of_entity(std::uint32_t index) const {
  auto const& entity = people_.entities()[index];
  Resolution resolution;
  resolution.entity = index;
  resolution.speaker = name_of(entity);
  if (entity.nickname) resolution.aliases.push_back(text({entity.nickname->first + 1, entity.nickname->last - 1}));
  for (auto const role : entity.roles) resolution.aliases.push_back(text(role));
  if (entity.acronym) resolution.aliases.push_back(text(*entity.acronym));
  return resolution;
}

// "Okafor, who said", "Okafor of Harrow, who said"
Resolution Resolver::relative(std::uint32_t phrase) {
  for (auto i = phrase; i > 0 && phrase - i < Tuned::relative_back;) {
    --i;
    if (!parsed_.phrase(i).is(PhraseKind::nominal)) continue;
    auto const [use, end] = people_.uses_in(i, i + 1);
    bool const is_place = use == end || !people_.entities()[(end - 1)->entity].is_person;
    if (is_place && i >= 2 && parsed_.phrase(i - 1).is(PhraseKind::preposition) &&
        parsed_.phrase(i - 2).is(PhraseKind::nominal)) {
      auto const [person_use, person_end] = people_.uses_in(i - 2, i - 1);
      if (person_use != person_end && people_.entities()[(person_end - 1)->entity].is_person)
        return nominal(i - 2, i - 1);
    }
    return nominal(i, i + 1);
  }
  Resolution resolution;
  resolution.reason = "no noun before the relative pronoun";
  return resolution;
}

// Whose words a noun such as "answer" stands for: "Okafor’s answer", "her answer", "the mayor’s answer". With
// `any_noun` also other nouns that are no people: "Okafor’s rejection of".
std::optional<Resolution> Resolver::owner_of(std::uint32_t phrase_index, bool any_noun) {
  auto const& phrase = parsed_.phrase(phrase_index);
  auto const& head = parsed_.token(phrase.last - 1);
  if (!head.has(utterance) && (!any_noun || head.any(any_person | crowd | body | outlet))) return std::nullopt;
  auto owner = phrase.last;  // the last possessive, "mayor’s"
  for (auto i = phrase.first; i + 1 < phrase.last; ++i) {
    if (parsed_.token(i).possessive) owner = i;
  }
  auto const& first = parsed_.token(phrase.first);
  if (owner == phrase.last) {
    if (!first.has(WordClass::possessive) || !first.any(he | she)) return std::nullopt;
    return pronoun(phrase_index, parsed_.sentence_of(phrase_index), first.has(he) ? MentionKind::he : MentionKind::she);
  }
  auto const [use, end] = people_.uses_in(phrase_index, phrase_index + 1);
  for (auto const* name = use; name != end; ++name) {
    if (name->last == owner + 1) return of_entity(name->entity);
  }
  bool const is_role = parsed_.token(owner).any(any_person) && first.any(article | demonstrative);
  return is_role ? std::optional(by_role(phrase_index, owner)) : std::nullopt;
}

Resolution Resolver::nominal(std::uint32_t first, std::uint32_t last) {
  auto const& phrase = parsed_.phrase(first);
  auto const& head = parsed_.token(phrase.last - 1);
  if (auto owner = owner_of(first, false)) return *std::move(owner);
  if (is_body_speaker(head)) {
    // A spokesperson speaks for the body named beside the word, but not for a person: that one did not say it.
    auto const name = name_beside(last - 1);
    auto const [use, end] = people_.uses_in(first, last);
    auto const served = name != no_entity ? name : use != end ? (end - 1)->entity : no_entity;
    bool const for_person = name == no_entity && served != no_entity && people_.entities()[served].is_person;
    return served == no_entity || for_person ? described(first, for_person ? first + 1 : last) : of_entity(served);
  }
  auto const holder =
      is_office(phrase) ? name_beside(last - 1) : no_entity;  // "the Secretary of Education, Ana Tamm, said"
  if (holder != no_entity && people_.entities()[holder].is_person) return of_entity(holder);
  auto const [use, end] = people_.uses_in(first, first + 1);
  if (use != end && (end - 1)->last == phrase.last) {
    if (is_one_of_several(phrase, head)) return nobody("several people are called " + text(words(first, first + 1)));
    return of_entity((end - 1)->entity);
  }
  if (head.any(any_person) && !head.any(plural | crowd)) {
    auto const [tied_use, tied_end] = people_.uses_in(last - 1, last);
    bool const office = last - first == 3 && tied_use != tied_end && !parsed_.first_token(last - 1).capital &&
                        !parsed_.first_token(last - 1).any(determiner | WordClass::possessive) &&
                        people_.entities()[(tied_end - 1)->entity].is_person;  // "secretary of state Ana Tamm"
    if (office) return of_entity((tied_end - 1)->entity);
    auto const name = name_beside(last - 1);
    return name != no_entity ? of_entity(name) : by_role(first, parsed_.phrase(first).last - 1);
  }
  auto const kind = mention_kind(parsed_, first);
  if (kind == MentionKind::mass) return nobody("it is not said who speaks");
  if (kind == MentionKind::noun) {  // "the assailant, Ana Tamm, said"
    auto const name = name_beside(last - 1);
    if (name != no_entity && (people_.entities()[name].is_person || people_.entities()[name].may_be_person))
      return of_entity(name);
    if (auto owner = owner_of(first, true)) return *std::move(owner);
  }
  return described(first, last);
}

// "the Secretary of Education"
bool Resolver::is_office(Phrase const& phrase) const {
  for (auto i = phrase.first; i + 1 < phrase.last; ++i) {
    if (parsed_.token(i).any(any_person) && parsed_.token(i + 1).has(of)) return true;
  }
  return false;
}

// Whether the phrase is the name of a body, so that its last word is not a document: "the Harrow Institute for Marine
// Study".
bool Resolver::is_named_body(std::uint32_t phrase) const {
  auto const [use, end] = people_.uses_in(phrase, phrase + 1);
  if (use == end || (end - 1)->last != parsed_.phrase(phrase).last) return false;
  for (auto i = (end - 1)->first; i < (end - 1)->last; ++i) {
    if (parsed_.token(i).has(body)) return true;
  }
  return false;
}

Resolution Resolver::nobody(std::string reason) {
  Resolution resolution;
  resolution.reason = std::move(reason);
  return resolution;
}

// Whether the words tell people of one surname apart: "the younger Okafor".
bool Resolver::is_one_of_several(Phrase const& phrase, Token const& head) const {
  if (people_.bearers(head.key) < 2) return false;
  for (auto i = phrase.first; i + 1 < phrase.last; ++i) {
    auto const key = parsed_.token(i).key;
    if (key == key_of("younger") || key == key_of("elder") || key == key_of("older")) return true;
  }
  return false;
}

// The entity of a name in apposition: "the victim’s mother, Joan Ashby, said", "a spokesman for the builder, Larkfield
// Homes:".
std::uint32_t Resolver::name_beside(std::uint32_t phrase) const {
  if (phrase + 3 >= parsed_.phrases.size() || !parsed_.phrase(phrase + 1).is(PhraseKind::comma)) return no_entity;
  auto const& name = parsed_.phrase(phrase + 2);
  if (!name.is(PhraseKind::nominal) || parsed_.token(name.last - 1).possessive) return no_entity;
  switch (parsed_.phrase(phrase + 3).kind) {
    case PhraseKind::comma:
    case PhraseKind::cue:
    case PhraseKind::colon:
    case PhraseKind::sentence_end:
    case PhraseKind::paragraph_end:
    case PhraseKind::open_bracket:
    case PhraseKind::dash:
      break;
    default:
      return no_entity;
  }
  auto const [use, end] = people_.uses_in(phrase + 2, phrase + 3);
  bool const whole = use + 1 == end && use->last == name.last && use->first <= name.first + 1;
  return whole ? use->entity : no_entity;
}

// A crowd or a body without a name: its own words, without article and number.
Resolution Resolver::described(std::uint32_t first, std::uint32_t last) const {
  Resolution resolution;
  auto start = first;
  // "Hundreds of protesters": the speakers are the protesters. But "the third of them".
  if (last - first > 2 && parsed_.first_token(first).has(determiner) && parsed_.first_token(first + 1).has(of) &&
      !parsed_.first_token(first + 2).any(any_pronoun))
    start = first + 2;
  if (start > first) {  // "the office of Mayor Okafor"
    auto const [use, use_end] = people_.uses_in(last - 1, last);
    if (use != use_end && people_.entities()[(use_end - 1)->entity].is_person &&
        (use_end - 1)->last == parsed_.phrase(last - 1).last)
      return of_entity((use_end - 1)->entity);
  }
  auto token = parsed_.phrase(start).first;
  auto const end = parsed_.phrase(last - 1).last;
  while (token + 1 < end && (parsed_.token(token).any(determiner) || parsed_.token(token).is(TokenKind::number)))
    ++token;
  auto const& final_token = parsed_.token(end - 1);
  resolution.speaker = text({parsed_.token(token).first, final_token.last - (final_token.possessive ? 2U : 0U)});
  return resolution;
}

}  // namespace quoth::grammar
