// SPDX-License-Identifier: MIT
#include "match/speakers/speaker_match.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "match/align/passage.hpp"
#include "match/speakers/document_names.hpp"

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

// The same first name, and a second one that begins alike: one of the two may be misspelt or cut ("Enrique Penna",
// "Enrique Peña Nieto").
bool may_be_misspelt(KnownName const& a, KnownName const& b) {
  constexpr std::size_t alike = 2;  // bytes of the second name
  if (a.given.empty() || a.given != b.given) return false;
  auto const behind_given = [](KnownName const& name) {
    auto const at = name.bare.find(name.given);
    return at == std::string::npos ? std::string_view() : std::string_view(name.bare).substr(at + name.given.size());
  };
  auto const second = behind_given(a).substr(0, alike + 1);
  return second.size() == alike + 1 && behind_given(b).starts_with(second);
}

// Another person whom the article may mean with at least this probability is not held against the attribution.
// Quotations of the wrong person are about one in several hundred, by the corrections that newspapers publish. Where a
// reporting clause has the name itself, what the grammar weighs beside it is hardly ever meant.
constexpr double least_beside_pronoun = 0.01;
constexpr double least_beside_name = 0.02;
// The probability that a mention which is no name ("the response") means any one of the article's speakers.
constexpr double anybody = 0.01;
// Of a label, "Ana Tamm, mayor: “…”", the name is meant and nobody near.
constexpr double least_beside_label = 0.1;
constexpr double least_confidence_of_label = 0.7;
// With less confidence, or for a pronoun less probability, the grammar itself is often wrong about who is meant.
constexpr double least_confidence = 0.85;
constexpr double least_probability = 0.8;
// A document is credited by words that hardly ever mean somebody else.
constexpr double least_confidence_of_work = 0.7;
// A ruling has few whose words it can be: "the majority" is none of the dissenters, whoever else the article may mean.
constexpr double least_confidence_of_opinion = 0.5;

bool is_label_by_name(Attribution const& attribution) {
  return attribution.rule == "label" && attribution.naming == Naming::name;
}

}  // namespace

SpeakerMatch::SpeakerMatch(Attribution const* attribution, std::vector<std::string> const& namesakes,
                           std::vector<std::string> const* people) {
  std::ranges::transform(namesakes, std::back_inserter(namesakes_), known_name);
  if (attribution == nullptr || attribution->speaker.empty()) return;
  attribution_ = attribution;
  people_ = people;
  claimed_ = attribution->speaker;
  names_.push_back(known_name(claimed_));
  std::ranges::transform(attribution->aliases, std::back_inserter(names_), known_name);
  auto const own = std::ranges::find(attribution->candidates, claimed_, &SpeakerCandidate::speaker);
  auto const probability = own == attribution->candidates.end() ? 1 : own->probability;
  // "They" for "the engineers" names nobody either.
  bool const for_name =
      std::ranges::any_of(claimed_, [](unsigned char c) { return (c >= 'A' && c <= 'Z') || c > 0x7F; });
  auto const is_clear = attribution->naming == Naming::name || names_.front()->role_group != 0 ||
                        (attribution->naming == Naming::pronoun && for_name && probability >= least_probability);
  auto const least = is_label_by_name(*attribution) ? least_confidence_of_label : least_confidence;
  is_express_ = attribution->tagged &&
                (is_clear ? attribution->confidence >= least
                          : names_work_expressly(*attribution) && attribution->confidence >= least_confidence_of_work);
  opinion_ = credited_opinion();
}

SpeakerMatch::Opinion SpeakerMatch::credited_opinion() const {
  if (attribution_->naming == Naming::pronoun || attribution_->confidence < least_confidence_of_opinion)
    return Opinion::none;
  auto opinion = Opinion::none;
  auto const note = [&](std::string_view name) {
    auto const words = text::split_words(name);
    for (std::size_t i = 0; i < words.size() && opinion == Opinion::none; ++i) {
      auto const key = words.key(i);
      if (key == "dissent" || key == "dissenting" || key == "dissenters" || key == "concurrence" ||
          key == "concurring" || key == "minority")
        opinion = Opinion::dissent;
      if (key == "court" || key == "majority") opinion = Opinion::court;
    }
  };
  note(claimed_);
  if (attribution_->is_work_itself() || attribution_->rule != "citation")
    for (auto const& alias : attribution_->aliases) note(alias);
  return opinion;
}

std::vector<SpeakerMatch::Alternative> const& SpeakerMatch::alternatives() const {
  if (alternatives_) return *alternatives_;
  auto& made = alternatives_.emplace();
  if (attribution_ == nullptr) return made;
  // "The Water Agency’s report"
  auto const in_work = names_work_expressly(*attribution_) && !attribution_->is_work_itself();
  auto const is_named = attribution_->naming == Naming::name || attribution_->naming == Naming::pronoun || in_work;
  // Where the article names somebody, whoever is improbable enough is somebody else.
  auto const beside = attribution_->naming == Naming::pronoun ? least_beside_pronoun
                      : is_label_by_name(*attribution_)       ? least_beside_label
                                                              : least_beside_name;
  auto const least = is_named ? beside : 0;
  for (auto const& candidate : attribution_->candidates) {
    if (candidate.speaker == claimed_ || candidate.probability < least) continue;
    Alternative alternative{{known_name(candidate.speaker)}, candidate.probability};
    std::ranges::transform(candidate.aliases, std::back_inserter(alternative.names), known_name);
    made.push_back(std::move(alternative));
  }
  if (is_named || people_ == nullptr || attribution_->is_work_itself()) return made;
  for (auto const& person : *people_) made.push_back({{known_name(person)}, anybody});
  return made;
}

double SpeakerMatch::probability(std::string_view speaker) const {
  if (alternatives().empty()) return 0;
  auto const known = known_name(speaker);
  for (auto const& alternative : alternatives()) {
    for (auto const& name : alternative.names) {
      if (!name->is_role && (text::same_person(name->keys, known->keys) || same_bare(*name, *known)))
        return alternative.probability;
    }
  }
  return 0;
}

SpeakerRelation SpeakerMatch::relation(Turn const& turn) {
  if (!has_claim()) return SpeakerRelation::unknown;
  auto const key = std::tie(turn.label, turn.speaker, turn.role, turn.aliases);
  auto const found = relations_.find(key);
  if (found != relations_.end()) return found->second;
  auto relation = compare(turn);
  if (relation == SpeakerRelation::different && is_namesake(turn.speaker)) relation = SpeakerRelation::unknown;
  if (relation != SpeakerRelation::same && probability(turn.speaker) > 0) relation = SpeakerRelation::possible;
  relations_.emplace(key, relation);
  return relation;
}

SpeakerRelation SpeakerMatch::relation(SourceRecord const& source, Turn const& turn) {
  if (source.kind != SourceKind::document) {
    auto const spoken = relation(turn);
    // Who speaks may be of the body that issued the document.
    bool const work = attribution_ != nullptr && names_work_expressly(*attribution_);
    if (work && spoken == SpeakerRelation::different) return SpeakerRelation::unknown;
    // What is written in "the report" nobody spoke, though anybody may have read it out.
    bool const spoke = spoken == SpeakerRelation::same || spoken == SpeakerRelation::possible;
    bool const written = attribution_ != nullptr && attribution_->naming == Naming::work;
    return spoke && written && is_written_kind(attribution_->via) ? SpeakerRelation::unknown : spoken;
  }
  if (!has_claim()) return SpeakerRelation::unknown;
  if (!turn.speaker.empty() && relation(turn) == SpeakerRelation::same) return SpeakerRelation::same;
  auto found = documents_.find(source.id);
  if (found == documents_.end()) {
    DocumentNames const document(source);
    auto relation_to = relation(document);
    if (relation_to != SpeakerRelation::same && probability(document.speaker()) > 0)
      relation_to = SpeakerRelation::possible;
    if (relation_to == SpeakerRelation::possible && is_other_work(document)) relation_to = SpeakerRelation::unknown;
    if (relation_to == SpeakerRelation::different && document.is_book()) relation_to = SpeakerRelation::unknown;
    found = documents_.emplace(source.id, relation_to).first;
  }
  auto const relation_to = turn.speaker.empty() ? found->second : relation_to_judge(source, turn, found->second);
  if (relation_to == SpeakerRelation::different && credits_opinion() && !turn.speaker.empty()) return relation_to;
  // Whom a document names it may quote.
  return relation_to == SpeakerRelation::different && is_mentioned(turn) ? SpeakerRelation::unknown : relation_to;
}

// In a ruling each judge speaks for himself, and the author of its opinion for the court.
SpeakerRelation SpeakerMatch::relation_to_judge(SourceRecord const& source, Turn const& turn,
                                                SpeakerRelation of_document) {
  DocumentNames const document(source);
  auto const is_court = !document.is_by(*names_.front()) && document.issuer_named(claimed_) == NameOfDocument::own;
  auto const credited = is_court ? Opinion::court : opinion_;
  // Whoever has put the document together may be no judge.
  bool const by_judge = document.has_author() &&
                        known_name(document.speaker())->office.empty() == known_name(turn.speaker)->office.empty();
  if (credited != Opinion::none && by_judge) {
    auto const written_by = document.is_by(*known_name(turn.speaker)) ? Opinion::court : Opinion::dissent;
    return written_by == credited ? of_document : SpeakerRelation::different;
  }
  bool const other_judge = credits_person() && !is_court && relation(turn) == SpeakerRelation::different;
  return other_judge ? SpeakerRelation::different : of_document;
}

bool SpeakerMatch::is_mentioned(Turn const& turn) const {
  auto const& surname = names_.front()->surname;
  if (surname.empty()) return false;
  auto const words = text::split_words(turn.text);
  auto const last = text::split_words(surname);
  if (last.empty()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto key = words.key(i);
    if (key.ends_with("'s")) key.remove_suffix(2);
    if (key == last.key(last.size() - 1)) return true;
  }
  return false;
}

bool SpeakerMatch::is_mentioned_in(Passage const& passage) const {
  for (std::size_t part = 0; has_claim() && part < passage.turns(); ++part)
    if (is_mentioned(passage.turn(part))) return true;
  return false;
}

bool SpeakerMatch::heads_issuer(DocumentNames const& document, Passage const& passage) const {
  auto const surname = has_claim() ? text::split_words(names_.front()->surname) : text::WordList();
  for (std::size_t part = 0; !surname.empty() && part < passage.turns(); ++part)
    if (document.is_headed_by(surname.key(surname.size() - 1), passage.turn(part).text)) return true;
  return false;
}

bool SpeakerMatch::credits_person() const {
  return attribution_ != nullptr && (attribution_->naming == Naming::name || attribution_->naming == Naming::pronoun);
}

bool SpeakerMatch::is_claimed(std::string_view speaker, std::vector<std::string> const& aliases) const {
  if (speaker.empty() || !has_claim()) return false;
  Turn turn;
  turn.speaker = speaker;
  turn.aliases = aliases;
  return is_same_person(*known_name(speaker), turn);
}

bool SpeakerMatch::is_other_work(DocumentNames const& document) const {
  return attribution_->naming == Naming::work && document.is_of_other_kind(attribution_->via);
}

bool SpeakerMatch::credits_held_work(DocumentNames const& document) const {
  if (attribution_ == nullptr || documents_called_ == nullptr || !*documents_called_) return false;
  return attribution_->is_work_itself() && attribution_->confidence >= least_confidence_of_work &&
         is_other_work(document) && (*documents_called_)(attribution_->via).own == 1;
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
  // "The caller said", where the turn is labelled "Agent".
  auto const claimed_group = names_.front()->role_group;
  if (claimed_group != 0 && speaker->role_group != 0 && claimed_group != speaker->role_group)
    return SpeakerRelation::different;
  switch (speaker->anonymity) {
    case Anonymity::asks:
      return SpeakerRelation::different;
    case Anonymity::role:
    case Anonymity::unknown:
      return SpeakerRelation::unknown;
    case Anonymity::named:
      break;
  }
  if (is_given_name_of(*names_.front(), *speaker) || may_be_misspelt(*names_.front(), *speaker))
    return SpeakerRelation::unknown;
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
