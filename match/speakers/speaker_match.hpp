// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "match/speakers/documents_called.hpp"
#include "match/speakers/known_name.hpp"
#include "quoth/candidate.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

class DocumentNames;
class Passage;

// Whether a turn belongs to the claimed speaker: to the one whom the article most probably means; to another one whom
// it may mean; to a person that cannot be compared, or nobody named; or to somebody else.
enum class SpeakerRelation { same, possible, unknown, different };

// Compares the speakers of turns with the speaker whom the article claims, by name, title, role or alias. Caches its
// answers; use one per thread.
class SpeakerMatch {
 public:
  // `attribution` may be null; it and `people` must outlive this. `namesakes`: other people whom the article may mean
  // by the same name; their turns count as unknown, not as different. `people`: everybody whom the article has speak;
  // where the mention is no name, it may be any of them.
  explicit SpeakerMatch(Attribution const* attribution, std::vector<std::string> const& namesakes = {},
                        std::vector<std::string> const* people = nullptr);

  // What the article says that the speaker is, see roles_beside; must outlive this.
  void set_roles(std::vector<std::string> const& roles) { roles_ = &roles; }
  // Tells which documents that are held a work's name may mean; must outlive this.
  void set_documents_called(std::function<DocumentsCalled(std::string_view)> const& count) {
    documents_called_ = &count;
  }

  // Whether the article names a speaker.
  bool has_claim() const { return !names_.empty(); }
  std::string_view claimed() const { return claimed_; }
  SpeakerRelation relation(Turn const& turn);
  // The same of a turn of that source, or of a document, whose names count: “the report” is an annual report’s.
  SpeakerRelation relation(SourceRecord const& source, Turn const& turn);
  // Whether the document is the claimed one, or the claimed speaker’s.
  SpeakerRelation relation(DocumentNames const& document) const;
  // Whether the claimed speaker has that name, or one of these others.
  bool is_claimed(std::string_view speaker, std::vector<std::string> const& aliases) const;
  // Whether a turn of the passage has the claimed speaker's surname.
  bool is_mentioned_in(Passage const& passage) const;
  // Whether the passage says that the claimed speaker heads the body that issued the document.
  bool heads_issuer(DocumentNames const& document, Passage const& passage) const;
  // Whether a person is credited by name, or by a pronoun for a name, and not a document.
  bool credits_person() const;
  // Whether a document is credited.
  bool credits_work() const { return attribution_ != nullptr && attribution_->naming == Naming::work; }
  // Whether a ruling's court, its majority or its dissent is credited.
  bool credits_opinion() const { return opinion_ != Opinion::none; }
  // Whether a work of another kind than the document is credited, "the ruling" where it is a report, and that can only
  // be the one that is held.
  bool credits_held_work(DocumentNames const& document) const;
  // The probability that the article means this speaker by its mention; 0 for somebody whom it does not.
  double probability(std::string_view speaker) const;
  // Whether the mention names somebody expressly: only then can anything be misattributed.
  bool is_express() const { return is_express_; }
  bool is_namesake(std::string_view speaker) const;

 private:
  using Names = std::vector<std::shared_ptr<KnownName const>>;

  // Somebody else whom the mention may mean.
  struct Alternative {
    Names names;
    double probability = 0;
  };

  // Whose opinion in a ruling is credited.
  enum class Opinion { none, court, dissent };

  std::vector<Alternative> const& alternatives() const;
  Opinion credited_opinion() const;
  SpeakerRelation relation_to_judge(SourceRecord const& source, Turn const& turn, SpeakerRelation of_document);
  bool is_other_work(DocumentNames const& document) const;
  SpeakerRelation relation_to_names(DocumentNames const& document) const;
  SpeakerRelation relation_to_issuer(DocumentNames const& document) const;
  bool is_mentioned(Turn const& turn) const;
  SpeakerRelation compare(Turn const& turn) const;
  bool is_same_person(KnownName const& speaker, Turn const& turn) const;
  bool has_same_role(KnownName const& speaker, Turn const& turn) const;

  std::string claimed_;
  Names names_;  // the claimed name first, then its aliases
  Names namesakes_;
  Attribution const* attribution_ = nullptr;  // null where the article names nobody
  std::vector<std::string> const* people_ = nullptr;
  std::vector<std::string> const* roles_ = nullptr;
  std::function<DocumentsCalled(std::string_view)> const* documents_called_ = nullptr;
  mutable std::optional<std::vector<Alternative>> alternatives_;  // made when first asked for
  bool is_express_ = false;
  Opinion opinion_ = Opinion::none;
  // Everything that a source says about a speaker.
  using SourceNames = std::tuple<std::string, std::string, std::string, std::vector<std::string>>;
  std::map<SourceNames, SpeakerRelation, std::less<>> relations_;
  std::map<std::string, SpeakerRelation, std::less<>> documents_;  // by id
};

}  // namespace quoth::match
