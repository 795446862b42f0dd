// SPDX-License-Identifier: MIT
#include "speaker_match.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "match_data.hpp"
#include "phrase_lines.hpp"
#include "quoth/data_lines.hpp"
#include "quoth/person_name.hpp"
#include "quoth/words.hpp"

namespace quoth {

namespace {

// The words of a name or role in one form: "The President" and "THE PRESIDENT" are "president".
std::string bare(std::string_view name) {
  auto const words = split_words(name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 && words.key(i) == "the" && words.size() > 1) continue;
    if (!out.empty()) out += ' ';
    out += words.key(i);
  }
  return out;
}

enum class Anonymity { named, asks, unknown };

Anonymity anonymity(std::string_view label) {
  static auto const labels = [] {
    std::unordered_map<std::string_view, Anonymity> read;
    for (auto line : lines_of(embedded::anonymous_labels)) {
      auto const colon = line.find(':');
      auto const kind = line.substr(0, colon) == "asks" ? Anonymity::asks : Anonymity::unknown;
      for (auto name : split_fields(line.substr(colon + 1), ';')) read.emplace(name, kind);
    }
    return read;
  }();
  auto name = bare(label);
  // "Speaker 2" names nobody either.
  while (!name.empty() && ((name.back() >= '0' && name.back() <= '9') || name.back() == ' ')) name.pop_back();
  if (name.empty()) return Anonymity::unknown;
  auto const found = labels.find(name);
  return found == labels.end() ? Anonymity::named : found->second;
}

// A role rather than a person: "the president", "MODERATOR", "a spokesman".
bool is_role(std::string_view name) {
  auto const parsed = parse_name(name);
  if (parsed.surname.empty()) return true;
  auto const words = split_words(name);
  if (words.empty()) return true;
  auto const first = words.key(0);
  return first == "the" || first == "a" || first == "an";
}

// "Vice President" is what "Vice President Harris" holds.
bool is_office_of(std::string_view name, std::string_view speaker) {
  std::string office;
  for (auto const& title : parse_name(speaker).titles) office += (office.empty() ? "" : " ") + bare(title);
  return !office.empty() && bare(name) == office;
}

// "Ada" can be Ada Quill, and "Xi" is the family name of Xi Jinping: a single word that a longer name starts with.
bool is_given_name_of(std::string_view claimed, std::string_view speaker) {
  auto const parsed = parse_name(claimed);
  auto const other = parse_name(speaker);
  return parsed.given.empty() && !other.given.empty() && !parsed.surname.empty() &&
         bare(parsed.surname) == bare(other.given.front());
}

}  // namespace

SpeakerMatch::SpeakerMatch(Attribution const* attribution, std::vector<std::string> namesakes)
    : namesakes_(std::move(namesakes)) {
  if (attribution == nullptr || attribution->speaker.empty()) return;
  names_.push_back(attribution->speaker);
  names_.insert(names_.end(), attribution->aliases.begin(), attribution->aliases.end());
}

SpeakerRelation SpeakerMatch::relation(Turn const& turn) {
  if (!has_claim()) return SpeakerRelation::unknown;
  auto key = std::make_pair(turn.label, turn.speaker);
  auto const found = known_.find(key);
  if (found != known_.end()) return found->second;
  auto relation = compare(turn);
  if (relation == SpeakerRelation::different && is_namesake(turn.speaker)) relation = SpeakerRelation::unknown;
  known_.emplace(std::move(key), relation);
  return relation;
}

bool SpeakerMatch::is_namesake(std::string_view speaker) const {
  return std::ranges::any_of(namesakes_, [&](std::string const& name) { return same_person(name, speaker); });
}

SpeakerRelation SpeakerMatch::compare(Turn const& turn) const {
  auto const& speaker = turn.speaker.empty() ? turn.label : turn.speaker;
  if (speaker.empty()) return SpeakerRelation::unknown;
  auto const speaker_is_role = is_role(speaker);
  auto const claims_person = !is_role(names_.front());
  if (is_office_of(names_.front(), speaker)) return SpeakerRelation::same;

  for (auto const& name : names_) {
    auto const person = !is_role(name);
    if (person && (same_person(name, speaker) || bare(name) == bare(speaker))) return SpeakerRelation::same;
    for (auto const& alias : turn.aliases) {
      if (bare(name) == bare(alias) || (person && same_person(name, alias))) return SpeakerRelation::same;
    }
  }
  // Roles decide only where one side is no person's name: two people can hold one role.
  if (!claims_person || speaker_is_role) {
    for (auto const& name : names_) {
      if (bare(name) == bare(speaker) || bare(name) == bare(turn.label)) return SpeakerRelation::same;
      if (!turn.role.empty() && bare(name) == bare(turn.role)) return SpeakerRelation::same;
    }
  }
  switch (anonymity(speaker)) {
    case Anonymity::asks:
      return SpeakerRelation::different;
    case Anonymity::unknown:
      return SpeakerRelation::unknown;
    case Anonymity::named:
      break;
  }
  if (is_given_name_of(names_.front(), speaker)) return SpeakerRelation::unknown;
  // Against a bare role, or for one, there is nothing to compare by.
  if (speaker_is_role || !claims_person) return SpeakerRelation::unknown;
  return SpeakerRelation::different;
}

}  // namespace quoth
