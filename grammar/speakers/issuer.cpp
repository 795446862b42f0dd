// SPDX-License-Identifier: MIT
// Who issued a document that speaks: a statement, a tweet, a letter.
#include <algorithm>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/resolve.hpp"
#include "grammar/speakers/speakers_tuning.hpp"

namespace quoth::grammar {

namespace {

using Tuned = AnaphoraTuning;

}  // namespace

// "a post by the Harrow Tenants’ Union", "the union’s statement"
std::optional<Resolution> Resolver::stated_issuer(std::uint32_t phrase) {
  auto const next = phrase + 1;
  if (next + 1 < parsed_.phrases.size() && parsed_.phrase(next).is(PhraseKind::preposition) &&
      parsed_.phrase(next + 1).is(PhraseKind::nominal)) {
    auto const key = parsed_.first_token(next).key;
    if (key == key_of("by") || key == key_of("from") || key == key_of("of")) {
      auto resolution = nominal(next + 1, next + 2);
      resolution.mention = words(next + 1, next + 2);
      return resolution;
    }
  }
  auto const [use, end] = people_.uses_in(phrase, phrase + 1);
  if (use != end && parsed_.token(use->last - 1).possessive) return of_entity(use->entity);
  return std::nullopt;
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

// The issuer of a document that speaks.
Resolution Resolver::issuer_of(std::uint32_t phrase) {
  auto const document_name = text(words(phrase, phrase + 1));
  auto const head = parsed_.token(parsed_.phrase(phrase).last - 1).key;
  auto stated = stated_issuer(phrase);
  auto const mention = stated ? stated->mention : Span{};
  auto const earliest = phrase - std::min(phrase, Tuned::issuer_back);
  for (auto i = phrase; !stated && i-- > earliest;) {
    auto const& before = parsed_.phrase(i);
    if (i > 0 && is_issuing(before, head) && parsed_.phrase(i - 1).can_speak()) {
      auto const who = i - 1;
      stated = parsed_.phrase(who).is(PhraseKind::pronoun) ? pronoun(who, sentence_of(who), mention_kind(parsed_, who))
                                                           : nominal(who, i);
      break;
    }
    // The subject of the sentence that first mentions the document issued it.
    if (!before.is(PhraseKind::nominal) || parsed_.token(before.last - 1).key != head) continue;
    stated = stated_issuer(i);
    auto const sentence = sentence_of(i);
    auto const known = resolved_.lower_bound(parsed_.sentences[sentence].first);
    if (!stated && known != resolved_.end() && known->first < i) stated = known->second;
    for (auto subject_phrase = i; !stated && subject_phrase-- > parsed_.sentences[sentence].first;) {
      if (parsed_.phrase(subject_phrase).is(PhraseKind::verb) && subject_phrase > parsed_.sentences[sentence].first &&
          parsed_.phrase(subject_phrase - 1).can_speak()) {
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
  if (resolution.speaker.empty() && resolution.reason.empty())
    resolution.reason = "nobody is said to have issued " + document_name;
  resolution.via = document_name;
  return resolution;
}

}  // namespace quoth::grammar
