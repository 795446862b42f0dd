// SPDX-License-Identifier: MIT
#include "match/speakers/speaker_match.hpp"

#include <doctest/doctest.h>

using namespace quoth;
using namespace quoth::match;

namespace {

Turn turn_of(std::string label, std::string speaker = {}, std::string role = {}) {
  Turn turn;
  turn.label = std::move(label);
  turn.speaker = speaker.empty() ? turn.label : std::move(speaker);
  turn.role = std::move(role);
  return turn;
}

SpeakerRelation relation(std::string claimed, std::vector<std::string> aliases, Turn const& turn) {
  Attribution attribution;
  attribution.speaker = std::move(claimed);
  attribution.aliases = std::move(aliases);
  return SpeakerMatch(&attribution).relation(turn);
}

}  // namespace

TEST_CASE("SpeakerMatch: by person") {
  CHECK(relation("Ada Quill", {}, turn_of("MS. QUILL")) == SpeakerRelation::same);
  CHECK(relation("Ada Quill", {}, turn_of("CHAIR", "Ada Quill")) == SpeakerRelation::same);
  CHECK(relation("Ada Quill", {}, turn_of("MR. OSTROW", "Piet Ostrow")) == SpeakerRelation::different);
}

TEST_CASE("SpeakerMatch: a role decides where a source gives it") {
  CHECK(relation("the president", {}, turn_of("THE PRESIDENT")) == SpeakerRelation::same);
  CHECK(relation("Ada Quill", {"the president"}, turn_of("THE PRESIDENT")) == SpeakerRelation::same);
  CHECK(relation("the chair of the board", {}, turn_of("MS. QUILL", "Ada Quill", "chair of the board")) ==
        SpeakerRelation::same);
}

TEST_CASE("SpeakerMatch: an office alone stands for who is named with it") {
  CHECK(relation("Vice President", {}, turn_of("VICE PRESIDENT QUILL", "Vice President Quill")) ==
        SpeakerRelation::same);
  CHECK(relation("the president", {}, turn_of("THE PRESIDENT", "President Quill")) == SpeakerRelation::same);
  CHECK(relation("Vice President Ostrow", {}, turn_of("", "Vice President Quill")) == SpeakerRelation::different);
}

TEST_CASE("SpeakerMatch: roles that exclude each other are different people") {
  CHECK(relation("the caller", {}, turn_of("Agent")) == SpeakerRelation::different);
  CHECK(relation("the clerk", {}, turn_of("The Chair")) == SpeakerRelation::different);
  CHECK(relation("the mayor", {}, turn_of("The Chair")) == SpeakerRelation::unknown);
  CHECK(relation("the caller", {}, turn_of("Speaker 2")) == SpeakerRelation::unknown);
}

TEST_CASE("SpeakerMatch: whom else a mention may mean") {
  Attribution attribution;
  attribution.speaker = "Ada Quill";
  attribution.naming = Naming::pronoun;
  attribution.candidates = {{"Ada Quill", {}, 0.9}, {"Piet Ostrow", {}, 0.08}, {"Bram Tolle", {}, 0.002}};
  SpeakerMatch pronoun(&attribution);
  CHECK(pronoun.relation(turn_of("MR. OSTROW", "Piet Ostrow")) == SpeakerRelation::possible);
  CHECK(pronoun.probability("Piet Ostrow") == doctest::Approx(0.08));
  CHECK(pronoun.relation(turn_of("MR. TOLLE", "Bram Tolle")) == SpeakerRelation::different);
  attribution.naming = Naming::noun;
  std::vector<std::string> const people{"Greta Immel"};
  SpeakerMatch noun(&attribution, {}, &people);
  CHECK(noun.relation(turn_of("MS. IMMEL", "Greta Immel")) == SpeakerRelation::possible);
}

TEST_CASE("SpeakerMatch: only a reporting clause that names somebody is express") {
  auto const express = [](Naming naming, bool tagged, double confidence, std::string speaker) {
    Attribution attribution;
    attribution.speaker = std::move(speaker);
    attribution.naming = naming;
    attribution.tagged = tagged;
    attribution.confidence = confidence;
    return SpeakerMatch(&attribution).is_express();
  };
  CHECK(express(Naming::name, true, 0.97, "Ada Quill"));
  CHECK(express(Naming::pronoun, true, 0.97, "Ada Quill"));
  CHECK(express(Naming::role, true, 0.97, "the caller"));
  CHECK_FALSE(express(Naming::name, false, 0.97, "Ada Quill"));
  CHECK_FALSE(express(Naming::name, true, 0.5, "Ada Quill"));
  CHECK_FALSE(express(Naming::noun, true, 0.97, "the response"));
}

TEST_CASE("SpeakerMatch: a name that may be misspelt tells nothing") {
  CHECK(relation("Enrique Penna", {}, turn_of("", "Enrique Pena Vidal")) == SpeakerRelation::unknown);
  CHECK(relation("Enrique Soler", {}, turn_of("", "Enrique Pena Vidal")) == SpeakerRelation::different);
}

TEST_CASE("SpeakerMatch: one label stands for the role each source gives it") {
  Attribution attribution;
  attribution.speaker = "the chair of the board";
  SpeakerMatch speakers(&attribution);
  auto const first = speakers.relation(turn_of("MS. QUILL", "Ada Quill", "harbour master"));
  CHECK(first != SpeakerRelation::same);
  CHECK(speakers.relation(turn_of("MS. QUILL", "Ada Quill", "chair of the board")) == SpeakerRelation::same);
  CHECK(speakers.relation(turn_of("MS. QUILL", "Ada Quill", "harbour master")) == first);
}

TEST_CASE("SpeakerMatch: two people can hold one role") {
  CHECK(relation("Ada Quill", {"the president"}, turn_of("THE PRESIDENT", "Piet Ostrow", "the president")) ==
        SpeakerRelation::different);
}

TEST_CASE("SpeakerMatch: a label that names nobody tells nothing, one who asks is somebody else") {
  CHECK(relation("Ada Quill", {}, turn_of("SPEAKER 2")) == SpeakerRelation::unknown);
  CHECK(relation("Ada Quill", {}, turn_of("THE PRESIDENT")) == SpeakerRelation::unknown);
  CHECK(relation("Ada Quill", {}, turn_of("")) == SpeakerRelation::unknown);
  CHECK(relation("Ada Quill", {}, turn_of("Q")) == SpeakerRelation::different);
}

TEST_CASE("SpeakerMatch: a single word that a name starts with may be meant by it") {
  CHECK(relation("Ada", {}, turn_of("MS. QUILL", "Ada Quill")) == SpeakerRelation::unknown);
  CHECK(relation("Ostrow", {}, turn_of("MS. QUILL", "Ada Quill")) == SpeakerRelation::different);
  CHECK(relation("Ada Quill", {}, turn_of("ADA QUILL (chair)")) == SpeakerRelation::same);
  CHECK(relation("Ada Quill", {}, turn_of("ADA QUILL, HARBOUR BOARD")) == SpeakerRelation::same);
}
