// SPDX-License-Identifier: MIT
#include "match/speakers/speaker_match.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quoth::match {

namespace {

bool same_bare(KnownName const& a, KnownName const& b) { return a.bare == b.bare; }

// "Vice President" is the office of "Vice President Harris".
bool is_office_of(KnownName const& name, KnownName const& speaker) {
  return !speaker.office.empty() && name.bare == speaker.office;
}

// A single word that a longer name starts with: "Ada" can be Ada Quill, and "Xi" is the family name of Xi Jinping.
bool is_given_name_of(KnownName const& claimed, KnownName const& speaker) {
  return claimed.given.empty() && !speaker.given.empty() && !claimed.surname.empty() &&
         claimed.surname == speaker.given;
}

}  // namespace

SpeakerMatch::SpeakerMatch(Attribution const* attribution, std::vector<std::string> const& namesakes) {
  std::ranges::transform(namesakes, std::back_inserter(namesakes_), known_name);
  if (attribution == nullptr || attribution->speaker.empty()) return;
  claimed_ = attribution->speaker;
  names_.push_back(known_name(claimed_));
  std::ranges::transform(attribution->aliases, std::back_inserter(names_), known_name);
}

SpeakerRelation SpeakerMatch::relation(Turn const& turn) {
  if (!has_claim()) return SpeakerRelation::unknown;
  auto const key = std::tie(turn.label, turn.speaker, turn.role, turn.aliases);
  auto const found = relations_.find(key);
  if (found != relations_.end()) return found->second;
  auto relation = compare(turn);
  if (relation == SpeakerRelation::different && is_namesake(turn.speaker)) relation = SpeakerRelation::unknown;
  relations_.emplace(key, relation);
  return relation;
}

bool SpeakerMatch::is_namesake(std::string_view speaker) const {
  if (namesakes_.empty()) return false;
  auto const known = known_name(speaker);
  return std::ranges::any_of(namesakes_, [&](auto const& name) { return text::same_person(name->keys, known->keys); });
}

SpeakerRelation SpeakerMatch::compare(Turn const& turn) const {
  if (turn.speaker.empty() && turn.label.empty()) return SpeakerRelation::unknown;
  auto const speaker = known_name(turn.speaker.empty() ? turn.label : turn.speaker);
  if (is_office_of(*names_.front(), *speaker) || is_same_person(*speaker, turn) || has_same_role(*speaker, turn))
    return SpeakerRelation::same;
  switch (speaker->anonymity) {
    case Anonymity::asks:
      return SpeakerRelation::different;
    case Anonymity::unknown:
      return SpeakerRelation::unknown;
    case Anonymity::named:
      break;
  }
  if (is_given_name_of(*names_.front(), *speaker)) return SpeakerRelation::unknown;
  // A role without a name cannot be compared.
  if (speaker->is_role || names_.front()->is_role) return SpeakerRelation::unknown;
  return SpeakerRelation::different;
}

bool SpeakerMatch::is_same_person(KnownName const& speaker, Turn const& turn) const {
  for (auto const& name : names_) {
    auto const person = !name->is_role;
    if (person && (text::same_person(name->keys, speaker.keys) || same_bare(*name, speaker))) return true;
    for (auto const& alias : turn.aliases) {
      auto const other = known_name(alias);
      if (same_bare(*name, *other) || (person && text::same_person(name->keys, other->keys))) return true;
    }
  }
  return false;
}

// Roles only decide if one side is not a personal name, because two people can have the same role.
bool SpeakerMatch::has_same_role(KnownName const& speaker, Turn const& turn) const {
  if (!names_.front()->is_role && !speaker.is_role) return false;
  return std::ranges::any_of(names_, [&](auto const& name) {
    return same_bare(*name, speaker) || same_bare(*name, *known_name(turn.label)) ||
           (!turn.role.empty() && same_bare(*name, *known_name(turn.role)));
  });
}

}  // namespace quoth::match
