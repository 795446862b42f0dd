// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "grammar/speakers/antecedents.hpp"
#include "grammar/speakers/article_people.hpp"
#include "grammar/speakers/mention.hpp"
#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::grammar {

class ParsedText;
struct Classification;
struct Phrase;
struct Proposal;
struct Token;

// Whom a mention stands for.
struct Resolution {
  std::string speaker;  // empty if unknown; see `reason`
  std::vector<std::string> aliases;
  std::string via;     // the document it was said through
  std::string reason;  // why `speaker` is empty
  Span mention;        // may be another one than was resolved: the issuer of a document, both of two speakers
  std::uint32_t entity = no_entity;
  bool is_work = false;  // the mention is a document, or "it" for one
};

// Coreference resolution: finds whom the mentions of one outer text stand for. Resolve them in the order of the
// quotations. Keeps references to its arguments.
class Resolver {
 public:
  Resolver(Document const& document, ParsedText const& parsed, People const& people)
      : document_(document), parsed_(parsed), people_(people), leaders_(leaders_among(people.entities())) {}

  Resolution resolve(Classification const& classification);

  // Everybody whom the mentions of that quotation may stand for, the most probable first. Call it before resolve().
  std::vector<SpeakerCandidate> candidates(Classification const& classification);
  // All antecedents of the mention, which is "he" or "she"; for training.
  std::vector<Antecedent> antecedents_of_speaker(Classification const& classification);
  // How the mention names the speaker that it was resolved to.
  Naming naming(Classification const& classification, Resolution const& resolution) const;

 private:
  struct Weighed;
  void start(Classification const& classification);
  static bool is_description(WordKey head);
  Resolution of_mention(Proposal const& speaker);
  void weigh(Proposal const& speaker, std::vector<Weighed>& all);
  void weigh_antecedents(Proposal const& speaker, Resolution const& resolution, std::vector<Weighed>& all);
  Naming naming_of(Proposal const& speaker, std::uint32_t entity) const;
  std::string name_of(Entity const& entity) const;
  std::optional<Resolution> subject_as(std::uint32_t phrase, MentionKind pronoun_kind, bool near);
  bool is_one_of_several(Phrase const& phrase, Token const& head) const;
  bool is_office(Phrase const& phrase) const;
  bool is_named_body(std::uint32_t phrase) const;
  static Resolution nobody(std::string reason);
  std::uint32_t name_beside(std::uint32_t phrase) const;
  Resolution pronoun(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind, int depth = 0);
  Resolution pronoun_by_rules(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind, std::uint32_t echoed);
  std::vector<Antecedent> antecedents_of_role(std::uint32_t phrase, std::uint32_t noun, std::uint32_t chosen) const;
  std::pair<NameUse const*, NameUse const*> spoken_to(std::uint32_t pronoun) const;
  std::uint32_t pointed_out(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind) const;
  std::uint32_t echoed_by(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind, int depth);
  std::vector<Antecedent> antecedents_of_pronoun(std::uint32_t phrase, std::uint32_t sentence, MentionKind kind,
                                                 std::uint32_t chosen, std::uint32_t echoed);
  Resolution labelled(std::uint32_t phrase) const;
  Span mention_of(Proposal const& speaker) const;
  Resolution relative(std::uint32_t phrase);
  std::optional<Resolution> owner_of(std::uint32_t phrase, bool any_noun);
  Resolution nominal(std::uint32_t first, std::uint32_t last);
  bool is_hearing(std::uint32_t cue) const;
  std::optional<Resolution> jointly(Proposal const& speaker, Resolution const& resolved);
  std::uint32_t joined_to(Proposal const& speaker) const;
  bool is_issuing(Phrase const& phrase, WordKey document_noun) const;
  Resolution issuer_of(std::uint32_t phrase);
  Resolution issuer_of_work(std::uint32_t phrase);
  std::optional<Resolution> issuer_by_verb(std::uint32_t document);
  std::optional<Resolution> issuer_inside(std::uint32_t phrase_index);
  std::uint32_t before_issuer(std::uint32_t phrase) const;
  bool names_somebody(std::uint32_t phrase) const;
  bool can_issue(std::uint32_t phrase) const;
  bool is_body(std::uint32_t entity) const;
  bool is_issued(std::uint32_t document) const;
  bool is_titled_work(std::uint32_t phrase_index) const;
  bool is_page(std::uint32_t phrase_index) const;
  Resolution of_page(std::uint32_t phrase);
  bool is_writing(std::uint32_t phrase_index) const;
  std::string as_named(Span span) const;
  std::string printed_document(std::uint32_t phrase) const;
  MentionKind object_pronoun(std::uint32_t phrase_index) const;
  bool is_work(std::uint32_t phrase, MentionKind kind) const;
  bool is_message_by_name(std::uint32_t phrase) const;
  std::optional<Resolution> work_before(std::uint32_t pronoun, std::uint32_t sentence);
  static std::vector<std::uint32_t> leaders_among(std::vector<Entity> const& entities);
  std::uint32_t holder_in(std::uint32_t phrase, std::uint32_t noun) const;
  bool is_of_body(Span role, std::uint32_t body) const;
  Resolution by_role(std::uint32_t phrase, std::uint32_t noun);
  Resolution of_entity(std::uint32_t entity) const;
  Resolution described(std::uint32_t first, std::uint32_t last) const;
  std::optional<Resolution> stated_issuer(std::uint32_t phrase);
  std::string via_after(std::uint32_t cue) const;
  bool fits(Entity const& entity, MentionKind pronoun_kind) const;
  bool may_be(Entity const& entity, MentionKind pronoun_kind) const;
  bool speaks_for_oneself() const;
  bool is_read_before(std::uint32_t sentence) const;
  std::string text(Span span) const;
  Span words(std::uint32_t first, std::uint32_t last) const;

  Document const& document_;
  ParsedText const& parsed_;
  People const& people_;
  std::vector<std::uint32_t> leaders_;                 // people who lead a body: chiefs, presidents, directors
  std::map<std::uint32_t, Resolution> resolved_;       // by mention phrase, so far
  std::map<std::uint32_t, std::uint32_t> stands_for_;  // pronouns and their entities, so far
  std::set<std::uint32_t> persons_;                    // entities that were quoted with "I" or "me"
  std::map<std::uint32_t, MentionKind> called_;        // entities and the pronouns that stood for them
  Span quotation_;                                     // whose speaker is looked for
  Resolution last_work_;                               // the document that the last quotation was from, if any
  std::uint32_t last_work_sentence_ = 0;               // where that one was
  bool last_wrote_ = false;                            // whether that one "wrote" it
  Resolution last_;                                    // speaker of the quotation before
};

}  // namespace quoth::grammar
