// SPDX-License-Identifier: MIT
#include "match/check/speaker_check.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/speakers/document_names.hpp"
#include "match/speakers/known_name.hpp"
#include "match/speakers/quoted_inside.hpp"
#include "match/speakers/reported.hpp"

namespace quoth::match {

namespace {

bool passes_on(Edit const& edit) {
  return edit.edit_class == EditClass::quoted || edit.edit_class == EditClass::reported;
}

SpeakerChecked of_transcript(Reading const& reading, SpeakerMatch const& speakers, std::vector<Edit> const& edits) {
  switch (reading.speaker) {
    case SpeakerRelation::same:
    case SpeakerRelation::possible:
      return SpeakerChecked::same;
    case SpeakerRelation::unknown: {
      auto const& turn = reading.passage->turn_of(reading.used.first);
      auto const& name = turn.speaker.empty() ? turn.label : turn.speaker;
      auto const named = !name.empty() && known_name(name)->anonymity == Anonymity::named;
      return named ? SpeakerChecked::open : SpeakerChecked::unnamed;
    }
    case SpeakerRelation::different:
      break;
  }
  if (is_reported_as_of(speakers.claimed(), *reading.passage, reading.used)) return SpeakerChecked::reported;
  auto const passed_on = std::ranges::any_of(edits, passes_on);
  return speakers.is_express() && !passed_on ? SpeakerChecked::different : SpeakerChecked::open;
}

bool is_right(SpeakerRelation relation) {
  return relation == SpeakerRelation::same || relation == SpeakerRelation::possible;
}

SpeakerChecked of_quoted(SpeakerMatch const& speakers, DocumentNames const& document, QuotedSource const& quoted) {
  if (speakers.is_claimed(quoted.speaker, quoted.aliases)) return SpeakerChecked::reported;
  auto const right = is_right(speakers.relation(document));
  auto const someone_else = quoted.by_name && !document.is_book() && speakers.is_express();
  // A document may be credited with what it quotes; its author said something else.
  if (right && !(someone_else && speakers.credits_person() && document.is_by(*known_name(speakers.claimed()))))
    return SpeakerChecked::same;
  return someone_else ? SpeakerChecked::different : SpeakerChecked::open;
}

bool credits_head(Reading const& reading, SpeakerMatch const& speakers, DocumentNames const& document) {
  return speakers.credits_person() && speakers.heads_issuer(document, *reading.passage);
}

SpeakerCheck of_document(Reading const& reading, SpeakerMatch const& speakers) {
  DocumentNames const document(reading.candidate->source);
  if (auto const quoted = quoted_inside(*reading.passage, reading.used))
    return {of_quoted(speakers, document, *quoted), quoted->by_name ? quoted->speaker : std::string(), true};
  if (is_right(reading.speaker)) return {SpeakerChecked::same, {}, false};
  if (is_reported_as_of(speakers.claimed(), *reading.passage, reading.used))
    return {SpeakerChecked::reported, {}, false};
  auto const& own = reading.passage->turn_of(reading.used.first).speaker;
  if (!own.empty() && reading.speaker == SpeakerRelation::different && speakers.is_express())
    return {SpeakerChecked::different, std::string(own), false};
  auto const different = speakers.relation(document) == SpeakerRelation::different && speakers.is_express();
  bool const made_up =
      document.is_book() && reading.speaker != SpeakerRelation::different && speakers.is_mentioned_in(*reading.passage);
  if (different && credits_head(reading, speakers, document)) return {SpeakerChecked::same, {}, false};
  if (different && !made_up) return {SpeakerChecked::different, {}, false};
  return {document.has_speaker() ? SpeakerChecked::open : SpeakerChecked::unnamed, {}, false};
}

}  // namespace

SpeakerCheck check_speaker(Reading const& reading, SpeakerMatch const& speakers, Evidence& evidence) {
  auto const document = reading.passage->kind() == SourceKind::document;
  if (document && !speakers.has_claim() && quoted_inside(*reading.passage, reading.used))
    std::erase_if(evidence.edits, passes_on);
  if (!document || !speakers.has_claim()) return {of_transcript(reading, speakers, evidence.edits), {}, false};
  auto check = of_document(reading, speakers);
  if (check.in_quotation) std::erase_if(evidence.edits, passes_on);
  if (check.checked == SpeakerChecked::different && !check.quoted.empty()) evidence.speaker = check.quoted;
  return check;
}

std::string settled_speaker(Reading const& reading, SpeakerMatch const& speakers) {
  if (reading.speaker != SpeakerRelation::possible) return {};
  auto const& speaker = reading.passage->turn_of(reading.used.first).speaker;
  if (!speaker.empty() || reading.passage->kind() != SourceKind::document) return speaker;
  return speakers.credits_person() ? std::string() : DocumentNames(reading.candidate->source).speaker();
}

}  // namespace quoth::match
