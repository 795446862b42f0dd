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

// Whether whom a document quotes speaks for its issuer. A title alone is understood as its own head's.
bool speaks_for(DocumentNames const& document, QuotedSource const& quoted) {
  auto const speaks = [&](auto const& role) { return document.is_spoken_for(role); };
  auto const& roles = quoted.roles.empty() ? quoted.aliases : quoted.roles;
  return std::ranges::any_of(roles, speaks) ||
         std::ranges::any_of(roles, [&](auto const& role) { return document.is_title_of_head(role); });
}

SpeakerChecked of_quoted(Reading const& reading, SpeakerMatch const& speakers, DocumentNames const& document,
                         QuotedSource const& quoted) {
  auto const same_body = are_one_body(speakers.claimed(), quoted.speaker);
  if (same_body || speakers.is_claimed(quoted.speaker, quoted.aliases)) return SpeakerChecked::reported;
  auto const right = is_right(speakers.relation(document));
  if (document.is_book()) {
    if (right) return SpeakerChecked::same;
    // Its people have several names; who speaks beside somebody is somebody else.
    bool const other = quoted.by_name && speakers.is_express() && speakers.credits_person() &&
                       is_quoted_in(*reading.passage, speakers);
    return other ? SpeakerChecked::different : SpeakerChecked::open;
  }
  // A document may be credited with what it quotes, and a body with what its head says; its author, or a body, said
  // nothing of what it quotes from others.
  auto const theirs = quoted.by_name && speakers.credits_person() && !speaks_for(document, quoted);
  if (right && !theirs) return SpeakerChecked::same;
  return quoted.by_name && speakers.is_express() ? SpeakerChecked::different : SpeakerChecked::open;
}

bool credits_head(Reading const& reading, SpeakerMatch const& speakers, DocumentNames const& document) {
  return speakers.credits_person() && speakers.heads_issuer(document, *reading.passage);
}

SpeakerCheck of_document(Reading const& reading, SpeakerMatch const& speakers) {
  DocumentNames const document(reading.candidate->source);
  if (auto const quoted = quoted_inside(*reading.passage, reading.used))
    return {of_quoted(reading, speakers, document, *quoted), quoted->by_name ? quoted->speaker : std::string(), true};
  if (is_right(reading.speaker)) return {SpeakerChecked::same, {}, false};
  auto const report = written_report(speakers.claimed(), *reading.passage, reading.used);
  if (report == WrittenReport::block) return {SpeakerChecked::reported, {}, false};
  auto const& own = reading.passage->turn_of(reading.used.first).speaker;
  auto const express = speakers.is_express() || speakers.credits_opinion();
  if (!own.empty() && reading.speaker == SpeakerRelation::different && express)
    return {SpeakerChecked::different, std::string(own), false};
  auto const different = speakers.relation(document) == SpeakerRelation::different && speakers.is_express();
  bool const made_up =
      document.is_book() && reading.speaker != SpeakerRelation::different && speakers.is_mentioned_in(*reading.passage);
  if (different && credits_head(reading, speakers, document)) return {SpeakerChecked::same, {}, false};
  if (different && !made_up && report == WrittenReport::none) return {SpeakerChecked::different, {}, false};
  if (report == WrittenReport::none && speakers.credits_held_work(document))
    return {SpeakerChecked::different, {}, false};
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
  bool const others = check.checked == SpeakerChecked::different || check.checked == SpeakerChecked::open;
  if (others && !check.quoted.empty()) evidence.speaker = check.quoted;
  return check;
}

std::string settled_speaker(Reading const& reading, SpeakerMatch const& speakers) {
  if (reading.speaker != SpeakerRelation::possible) return {};
  auto const& speaker = reading.passage->turn_of(reading.used.first).speaker;
  if (!speaker.empty() || reading.passage->kind() != SourceKind::document) return speaker;
  return speakers.credits_person() ? std::string() : DocumentNames(reading.candidate->source).speaker();
}

}  // namespace quoth::match
