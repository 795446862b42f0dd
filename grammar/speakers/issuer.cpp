// SPDX-License-Identifier: MIT
// Who issued a document that speaks: a statement, a tweet, a letter.
#include <algorithm>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/resolve.hpp"
#include "grammar/speakers/speakers_tuning.hpp"
#include "grammar/works/document_kind.hpp"

namespace quoth::grammar {

namespace {

using Tuned = AnaphoraTuning;

// "her" of "her memo"
MentionKind mention_kind_of_owner(Token const& owner) {
  if (owner.has(WordClass::he)) return MentionKind::he;
  if (owner.has(WordClass::she)) return MentionKind::she;
  return owner.has(WordClass::they) ? MentionKind::they : MentionKind::it;
}

}  // namespace

// The preposition behind a document that its issuer follows: "a post by the union", "a report released on Monday by the
// council"; `no_phrase` if there is none.
std::uint32_t Resolver::before_issuer(std::uint32_t phrase) const {
  auto const end = std::min<std::size_t>(phrase + Tuned::issuer_ahead, parsed_.phrases.size());
  bool issued = false;
  bool tied = false;
  for (auto i = phrase + 1; i + 1 < end; ++i) {
    auto const& next = parsed_.phrase(i);
    auto const key = parsed_.token(next.last - 1).key;
    bool const tie = next.is(PhraseKind::preposition) && parsed_.phrase(i + 1).is(PhraseKind::nominal);
    bool const apposed =
        i == phrase + 1 && next.is(PhraseKind::comma);  // "the report, released by the Lakes Institute,"
    if (apposed) {
      auto const& verb = parsed_.phrase(i + 1);
      if ((!verb.is(PhraseKind::verb) && !verb.is(PhraseKind::cue)) || verb.last - verb.first > 1) return no_phrase;
    } else if (tie && (key == key_of("on") || key == key_of("for") || key == key_of("about")) && !issued) {
      tied = true;  // "a report for the council on its bridges by the Lakes Institute"
      ++i;
    } else if (next.is(PhraseKind::preposition)) {
      if (tied) return tie && key == key_of("by") && names_somebody(i + 1) ? i : no_phrase;
      bool const names = parsed_.phrase(i + 1).is(PhraseKind::nominal) && (i == phrase + 1 || key == key_of("by"));
      if (names && (key == key_of("by") || key == key_of("from") || key == key_of("of"))) return i;
      auto const& head = parsed_.token(parsed_.phrase(i + 1).last - 1);  // "a report in the Harrow Times"
      if (names && key == key_of("in") && head.has(WordClass::outlet) && head.capital) return i;
      if (!issued || !parsed_.phrase(i + 1).is(PhraseKind::adverb)) return no_phrase;
      ++i;
    } else if (next.is(PhraseKind::verb) || next.is(PhraseKind::cue)) {
      if (issued || !is_issuing_verb(key) || (next.is(PhraseKind::cue) && next.last - next.first > 1)) return no_phrase;
      issued = true;
    } else if (!next.is(PhraseKind::adverb)) {
      return no_phrase;
    }
  }
  return no_phrase;
}

// Whether the nominal ends in the name of a person or body.
bool Resolver::names_somebody(std::uint32_t phrase) const {
  auto const [use, end] = people_.uses_in(phrase, phrase + 1);
  if (use == end || (end - 1)->last != parsed_.phrase(phrase).last) return false;
  return people_.entities()[(end - 1)->entity].is_person || is_body((end - 1)->entity);
}

// Whether the nominal may issue a document: "a report from Harrow" is from a place.
bool Resolver::can_issue(std::uint32_t phrase) const {
  auto const [use, end] = people_.uses_in(phrase, phrase + 1);
  if (use != end && (end - 1)->last == parsed_.phrase(phrase).last) return names_somebody(phrase);
  auto const& head = parsed_.token(parsed_.phrase(phrase).last - 1);
  return head.any(any_person | Classes(WordClass::body) | WordClass::outlet | WordClass::crowd);
}

// Whether the name is one of a body: "Lakes Institute", "CBO".
bool Resolver::is_body(std::uint32_t index) const {
  auto const& entity = people_.entities()[index];
  if (entity.is_person) return false;
  for (auto i = entity.first_token; i < entity.first_token + entity.words; ++i) {
    if (parsed_.token(i).any(Classes(WordClass::body) | WordClass::outlet | WordClass::crowd)) return true;
  }
  return entity.acronym.has_value() || (entity.words == 1 && parsed_.token(entity.first_token).all_capitals);
}

// "the union’s statement", "her memo", "the Justice Department report"
std::optional<Resolution> Resolver::issuer_inside(std::uint32_t phrase_index) {
  auto const& phrase = parsed_.phrase(phrase_index);
  auto const [use, end] = people_.uses_in(phrase_index, phrase_index + 1);
  if (use != end && parsed_.token((end - 1)->last - 1).possessive) return of_entity((end - 1)->entity);
  bool const work = is_work_noun(parsed_.token(phrase.last - 1).key);
  bool owned = false;
  for (auto i = phrase.first; i + 1 < phrase.last; ++i) owned = owned || parsed_.token(i).possessive;
  if (!owned && use != end && (end - 1)->last < phrase.last && is_body((end - 1)->entity) &&
      (work || (end - 1)->last - (end - 1)->first > 1))
    return of_entity((end - 1)->entity);
  if (!work) return std::nullopt;
  auto const& first = parsed_.token(phrase.first);
  if (first.has(WordClass::possessive) && !first.any(WordClass::i | WordClass::we | WordClass::you)) {
    auto const kind = mention_kind_of_owner(first);
    auto owner = pronoun(phrase_index, parsed_.sentence_of(phrase_index), kind);
    bool const person = kind == MentionKind::he || kind == MentionKind::she;
    bool const known = owner.entity != no_entity && (person || is_body(owner.entity));
    return known ? std::optional(std::move(owner)) : std::nullopt;
  }
  for (auto i = phrase.last - 1; i-- > phrase.first;) {
    auto const& owner = parsed_.token(i);
    if (!owner.possessive) continue;
    if (owner.any(WordClass::time | WordClass::day | WordClass::month)) return std::nullopt;
    if (owner.any(any_person) && !owner.has(WordClass::plural)) {
      auto person = by_role(phrase_index, i);
      if (!person.speaker.empty()) return person;
    }
    Resolution resolution;
    resolution.speaker = as_named({first.first, owner.last - 2U});
    return resolution;
  }
  return std::nullopt;
}

// "a post by the Harrow Tenants’ Union", "the union’s statement"
std::optional<Resolution> Resolver::stated_issuer(std::uint32_t phrase) {
  auto const head = parsed_.token(parsed_.phrase(phrase).last - 1).key;
  bool const work = is_work_noun(head);
  if (auto const link = before_issuer(phrase); link != no_phrase) {
    auto const key = parsed_.first_token(link).key;
    bool const by = key == key_of("by");
    bool const about = key == key_of("of") && is_about_noun(head);
    if (!work || (!about && can_issue(link + 1)) || (by && link == phrase + 1)) {
      auto resolution = nominal(link + 1, link + 2);
      bool const unnamed = work && resolution.entity == no_entity && !resolution.speaker.empty();
      if (unnamed) resolution.speaker = as_named(words(link + 1, link + 2));
      resolution.mention = words(link + 1, link + 2);
      if (!resolution.speaker.empty()) return resolution;
    }
  }
  return issuer_inside(phrase);
}

// Whether the verb says that its subject issued the document: "Okafor tweeted".
bool Resolver::is_issuing(Phrase const& phrase, WordKey document_noun) const {
  if (!phrase.is(PhraseKind::cue) || phrase.form != CueForm::finite) return false;
  auto const verb = parsed_.token(phrase.last - 1).key;
  return (document_noun == key_of("tweet") && (verb == key_of("tweeted") || verb == key_of("tweets"))) ||
         (document_noun == key_of("post") && (verb == key_of("posted") || verb == key_of("posts"))) ||
         (document_noun == key_of("email") && (verb == key_of("emailed") || verb == key_of("wrote"))) ||
         (document_noun == key_of("letter") && verb == key_of("wrote"));
}

// Who issued the document at that phrase by what the sentence says: "Okafor published a report", "Okafor wrote in a
// memo".
std::optional<Resolution> Resolver::issuer_by_verb(std::uint32_t document) {
  auto const sentence = parsed_.sentence_of(document);
  auto const first = parsed_.sentences[sentence].first;
  if (document <= first + 1) return std::nullopt;
  auto verb = document - 1;
  auto const link = parsed_.token(parsed_.phrase(verb).last - 1).key;  // of "wrote in", one phrase, or of "said in"
  bool const inside = link == key_of("in") || link == key_of("through");
  while (inside && verb > first + 1 && !parsed_.phrase(verb).is(PhraseKind::cue)) --verb;
  auto const& phrase = parsed_.phrase(verb);
  auto const key = parsed_.token(phrase.last - 1).key;
  bool const speaks = parsed_.token(phrase.last - (inside && verb + 1 == document ? 2 : 1)).has(WordClass::speech);
  bool const says = inside && phrase.is(PhraseKind::cue) && phrase.form == CueForm::finite && speaks;
  bool const issues = !inside && (phrase.is(PhraseKind::verb) || phrase.is(PhraseKind::cue)) && is_issuing_verb(key);
  if ((!says && !issues) || phrase.form == CueForm::passive || !parsed_.phrase(verb - 1).can_speak())
    return std::nullopt;
  auto const who = verb - 1;
  auto issuer = parsed_.phrase(who).is(PhraseKind::pronoun) ? pronoun(who, sentence, mention_kind(parsed_, who))
                                                            : nominal(who, verb);
  if (issuer.entity == no_entity && !issuer.speaker.empty()) issuer.speaker = as_named(words(who, verb));
  return issuer.speaker.empty() ? std::nullopt : std::optional(std::move(issuer));
}

// "wrote" without the name of something else: not "wrote on Monday", "wrote in a letter".
bool Resolver::is_writing(std::uint32_t phrase_index) const {
  auto const& phrase = parsed_.phrase(phrase_index);
  auto const key = parsed_.token(phrase.last - 1).key;
  bool const elsewhere =
      phrase_index + 1 < parsed_.phrases.size() && parsed_.phrase(phrase_index + 1).is(PhraseKind::preposition);
  return phrase.is(PhraseKind::cue) && phrase.form == CueForm::finite && !elsewhere &&
         (key == key_of("wrote") || key == key_of("writes"));
}

// Whether the document is the object of a verb by which it is issued: "issued guidance". "In order to" has none.
bool Resolver::is_issued(std::uint32_t document) const {
  if (document == 0) return false;
  auto const& verb = parsed_.phrase(document - 1);
  return (verb.is(PhraseKind::verb) || verb.is(PhraseKind::cue)) && is_issuing_verb(parsed_.token(verb.last - 1).key);
}

// The issuer of a work: only where the text says who that is, beside the work or where it was named before.
Resolution Resolver::issuer_of_work(std::uint32_t phrase) {
  auto const head = parsed_.token(parsed_.phrase(phrase).last - 1).key;
  auto issuer = stated_issuer(phrase);
  auto const mention = issuer ? issuer->mention : Span{};
  auto const earliest = phrase - std::min(phrase, Tuned::issuer_back);
  auto const& opening = parsed_.first_token(phrase);
  bool const definite = opening.key == key_of("the") || opening.has(WordClass::demonstrative);
  bool const bare = parsed_.phrase(phrase).last - parsed_.phrase(phrase).first <= 2;
  auto writer = no_phrase;  // the last one who "wrote" since the work was named
  for (auto i = phrase; definite && bare && !issuer && i-- > earliest;) {
    auto const& before = parsed_.phrase(i);
    if (writer == no_phrase && is_written_noun(head) && i > 0 && is_writing(i) && parsed_.phrase(i - 1).can_speak())
      writer = i - 1;
    bool const named = before.is(PhraseKind::nominal) && (before.last - before.first > 1 || is_issued(i));
    if (!named || parsed_.token(before.last - 1).key != head) continue;
    issuer = stated_issuer(i);
    if (!issuer) issuer = issuer_by_verb(i);
    if (!issuer && writer != no_phrase) {
      auto const author = nominal(writer, writer + 1);
      if (author.entity != no_entity && people_.entities()[author.entity].is_person) issuer = author;
    }
  }
  if (!issuer && definite && bare && is_written_noun(head) && last_wrote_ && !last_.speaker.empty()) issuer = last_;
  Resolution resolution = issuer.value_or(Resolution{});
  resolution.mention = mention;
  resolution.via = printed_document(phrase);
  resolution.is_work = true;
  if (resolution.speaker.empty()) {
    resolution.speaker = as_named(words(phrase, phrase + 1));
    if (auto const link = before_issuer(phrase); link != no_phrase)
      resolution.speaker = as_named(words(phrase, link + 2));
    resolution.reason.clear();
  }
  return resolution;
}

// The issuer of a document that speaks.
Resolution Resolver::issuer_of(std::uint32_t phrase) {
  auto const document_name = printed_document(phrase);
  auto const head = parsed_.token(parsed_.phrase(phrase).last - 1).key;
  if (is_work_noun(head)) return issuer_of_work(phrase);
  auto stated = stated_issuer(phrase);
  auto const mention = stated ? stated->mention : Span{};
  auto const earliest = phrase - std::min(phrase, Tuned::issuer_back);
  for (auto i = phrase; !stated && i-- > earliest;) {
    auto const& before = parsed_.phrase(i);
    if (i > 0 && is_issuing(before, head) && parsed_.phrase(i - 1).can_speak()) {
      auto const who = i - 1;
      stated = parsed_.phrase(who).is(PhraseKind::pronoun)
                   ? pronoun(who, parsed_.sentence_of(who), mention_kind(parsed_, who))
                   : nominal(who, i);
      break;
    }
    // The subject of the sentence that first mentions the document issued it.
    if (!before.is(PhraseKind::nominal) || parsed_.token(before.last - 1).key != head) continue;
    stated = stated_issuer(i);
    auto const sentence = parsed_.sentence_of(i);
    auto const known = resolved_.lower_bound(parsed_.sentences[sentence].first);
    if (!stated && known != resolved_.end() && known->first < i) stated = known->second;
    for (auto subject_phrase = i; !stated && subject_phrase-- > parsed_.sentences[sentence].first;) {
      auto const& verb = parsed_.phrase(subject_phrase);
      if ((verb.is(PhraseKind::verb) || is_issued(subject_phrase + 1)) &&
          subject_phrase > parsed_.sentences[sentence].first && parsed_.phrase(subject_phrase - 1).can_speak()) {
        stated = parsed_.phrase(subject_phrase - 1).is(PhraseKind::pronoun)
                     ? pronoun(subject_phrase - 1, sentence, mention_kind(parsed_, subject_phrase - 1))
                     : nominal(subject_phrase - 1, subject_phrase);
      }
    }
  }
  auto const& opening = parsed_.first_token(phrase);
  bool const definite = opening.key == key_of("the") || opening.any(WordClass::possessive | WordClass::demonstrative);
  if (!stated && definite && !last_.speaker.empty()) stated = last_;
  Resolution resolution = stated.value_or(Resolution{});
  resolution.mention = mention;
  if (resolution.speaker.empty() && definite && !opening.has(WordClass::possessive)) {
    resolution.speaker = as_named(words(phrase, phrase + 1));
    resolution.reason.clear();
  }
  if (resolution.speaker.empty() && resolution.reason.empty())
    resolution.reason = "nobody is said to have issued " + document_name;
  resolution.via = document_name;
  return resolution;
}

}  // namespace quoth::grammar
