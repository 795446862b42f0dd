// SPDX-License-Identifier: MIT
// SpeakerMatch: whether a document is the one that the article credits, or the credited speaker’s.
#include <algorithm>

#include "match/speakers/document_names.hpp"
#include "match/speakers/speaker_match.hpp"

namespace quoth::match {

SpeakerRelation SpeakerMatch::relation(DocumentNames const& document) const {
  if (attribution_ == nullptr) return SpeakerRelation::unknown;
  auto const relation = relation_to_names(document);
  return relation != SpeakerRelation::different && is_other_work(document) ? SpeakerRelation::unknown : relation;
}

// By whom the document is and what it is called.
SpeakerRelation SpeakerMatch::relation_to_names(DocumentNames const& document) const {
  auto const issuer = relation_to_issuer(document);
  auto const& work = attribution_->via;
  if (issuer == SpeakerRelation::same) return issuer;
  if (work.empty()) return document.work_named(claimed_) == NameOfDocument::own ? SpeakerRelation::same : issuer;
  auto const named = document.work_named(work);
  if (attribution_->is_work_itself() || attribution_->naming != Naming::work) {
    if (named == NameOfDocument::own)
      return issuer == SpeakerRelation::different && document.has_author() ? issuer : SpeakerRelation::same;
    if (attribution_->naming != Naming::work) return issuer;
    return named == NameOfDocument::other ? SpeakerRelation::different : SpeakerRelation::possible;
  }
  for (auto const& alias : attribution_->aliases)
    if (document.work_named(alias) == NameOfDocument::own) return SpeakerRelation::same;
  // "The agency’s memo" is no other body’s memo, nor the agency’s report: where both differ it is another document.
  bool const by_noun = claimed_.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
  if (by_noun && issuer == SpeakerRelation::different && named == NameOfDocument::own) return SpeakerRelation::unknown;
  return issuer;
}

// What the names of the claimed speaker are to the document.
SpeakerRelation SpeakerMatch::relation_to_issuer(DocumentNames const& document) const {
  if (attribution_->is_work_itself()) return SpeakerRelation::unknown;
  auto relation = SpeakerRelation::different;
  auto const weigh = [&](std::string_view name) {
    auto const found = document.issuer_named(name);
    if (found == NameOfDocument::own) relation = SpeakerRelation::same;
    if (found == NameOfDocument::open && relation == SpeakerRelation::different) relation = SpeakerRelation::unknown;
  };
  weigh(claimed_);
  if (relation != SpeakerRelation::same && !credits_person() && document.is_spoken_for(claimed_))
    relation = SpeakerRelation::possible;
  for (auto const& alias : attribution_->aliases) {
    weigh(alias);
    if (relation != SpeakerRelation::same && document.is_spoken_for(alias)) relation = SpeakerRelation::possible;
    bool const office = attribution_->naming != Naming::work && document.may_be_headed_by(alias);
    if (relation == SpeakerRelation::different && office) relation = SpeakerRelation::unknown;
  }
  if (roles_ != nullptr && relation != SpeakerRelation::same && attribution_->naming != Naming::work) {
    auto const speaks = [&](auto const& role) { return document.is_spoken_for(role); };
    if (std::ranges::any_of(*roles_, speaks)) relation = SpeakerRelation::possible;
  }
  bool const named = attribution_->naming == Naming::work || credits_person();
  return relation == SpeakerRelation::different && !named ? SpeakerRelation::unknown : relation;
}

}  // namespace quoth::match
