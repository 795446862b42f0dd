// SPDX-License-Identifier: MIT
#include "grammar/extract/plain_speaker.hpp"

#include <utility>

namespace quoth::grammar {

namespace {

using enum WordClass;

constexpr std::size_t longest_role = 3;  // words: "la maire adjointe"
constexpr std::size_t longest_name = 6;
constexpr double sure = 0.95;  // of the pattern; measured on no corpus, but it names nobody where it can be doubted

bool is_name_word(Token const& token) {
  return token.is_word() && token.capital && !token.any(speech | auxiliary | conjunction);
}
bool is_role_word(Token const& token) {
  return token.is_word() && !token.capital && !token.any(preposition | conjunction | that | speech | auxiliary);
}
bool starts_sentence(Token const& before) { return before.ends_sentence() || before.is(TokenKind::quotation); }

}  // namespace

std::optional<Attribution> PlainSpeaker::of(std::size_t quotation) {
  if (auto found = behind(quotation)) return found;
  return before(quotation);
}

// “…”, [a] déclaré [la maire] Ana Ruiz
std::optional<Attribution> PlainSpeaker::behind(std::size_t quotation) {
  auto i = quotation + 1;
  while (at(i).is(TokenKind::comma) || at(i).is(TokenKind::dash)) ++i;
  while (at(i).has(auxiliary)) ++i;
  if (!at(i).has(speech)) return std::nullopt;
  auto const cue = i;
  auto const name = name_at(behind_role(i + 1));
  if (!name) return std::nullopt;
  return attributed(*name, cue, true);
}

// [La maire] Ana Ruiz [a] déclaré [:] “…”, at the start of a sentence
std::optional<Attribution> PlainSpeaker::before(std::size_t quotation) {
  auto i = quotation;
  if (i > 0 && (at(i - 1).is(TokenKind::colon) || at(i - 1).is(TokenKind::comma) || at(i - 1).has(that))) --i;
  if (i == 0 || !at(i - 1).has(speech)) return std::nullopt;
  auto const cue = --i;
  while (i > 0 && at(i - 1).has(auxiliary)) --i;
  auto const last = i;
  while (i > 0 && last - i < longest_name && (is_name_word(at(i - 1)) || at(i - 1).has(particle))) --i;
  auto first = i;
  while (first > 0 && i - first < longest_role && is_role_word(at(first - 1))) --first;
  // "La maire Ana Ruiz": the article's capital is the sentence's.
  if (first > 0 && !starts_sentence(at(first - 1))) {
    if (first == i || !at(first - 1).is_word() || !at(first - 1).capital) return std::nullopt;
    if (first > 1 && !starts_sentence(at(first - 2))) return std::nullopt;
    if (at(first - 1).any(preposition | conjunction)) return std::nullopt;
  }
  auto const name = name_at(i);
  if (!name || name->last != last) return std::nullopt;
  return attributed(*name, cue, false);
}

std::size_t PlainSpeaker::behind_role(std::size_t i) const {
  auto const first = i;
  while (i - first < longest_role && is_role_word(at(i))) ++i;
  while (at(i).is_word() && at(i).all_capitals && is_name_word(at(i + 1))) ++i;  // "le maire PS Jean Roux"
  return i;
}

// Capitalised words with the particles between them.
std::optional<PlainSpeaker::Name> PlainSpeaker::name_at(std::size_t i) const {
  Name name{i, i};
  while (is_name_word(at(i)) && i - name.first < longest_name) {
    name.last = ++i;
    while (at(i).has(particle) && !at(i).capital && i - name.first < longest_name) ++i;
  }
  if (name.first == name.last) return std::nullopt;
  // "dijo Ana Ruiz y Pedro Mora": two speak.
  if (at(name.last).any(and_) && at(name.last + 1).capital) return std::nullopt;
  return name;
}

std::optional<Attribution> PlainSpeaker::attributed(Name name, std::size_t cue, bool verb_first) {
  Attribution attribution;
  attribution.mention = Span{at(name.first).first, at(name.last - 1).last};
  attribution.speaker = document_.utf8(*attribution.mention);
  auto const surname = at(name.last - 1).key;
  auto const known = by_surname_.find(surname);
  if (name.last - name.first == 1) {
    if (known == by_surname_.end() || known->second.empty()) return std::nullopt;
    attribution.speaker = known->second;
  } else if (known == by_surname_.end()) {
    by_surname_.emplace(surname, attribution.speaker);
  } else if (known->second != attribution.speaker) {
    known->second.clear();
  }
  attribution.naming = Naming::name;
  attribution.tagged = true;
  attribution.cue = Span{at(cue).first, at(cue).last};
  attribution.rule = verb_first ? "verb-subject" : "subject-verb";
  attribution.confidence = sure;
  attribution.candidates = {{attribution.speaker, {}, sure}};
  return attribution;
}

}  // namespace quoth::grammar
