// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

enum Side : std::uint32_t { side_before, side_after };

// Generates the candidates for the speaker of one quotation.
class Proposer {
 public:
  Proposer(Scene const& scene, Scene::Place place, Precedent const& precedent, SpeakerHistory const& history)
      : scene_(scene),
        at_(place.phrase),
        sentence_(place.sentence),
        precedent_(precedent),
        history_(history),
        range_(scene.sentences[place.sentence]) {}
  std::vector<WeighedProposal> propose();

 private:
  void find_situation(Report const* first, Report const* last);
  std::uint32_t new_speaker(Report const* first, Report const* last) const;
  bool is_behind_quotation(Report const& report) const;
  bool is_tag(Report const& report) const;
  Side side_of(Report const& report) const { return report.cue < at_ ? side_before : side_after; }
  std::uint32_t adjacency(Report const& report) const;
  std::uint32_t cue_class(Report const& report) const;
  std::uint32_t cue_form(Report const& report) const;
  std::uint32_t quotations_between(std::uint32_t from, std::uint32_t to) const;
  bool semicolon_between(std::uint32_t from, std::uint32_t to) const;
  void propose_report(Report const& report, Report const* first, Report const* last);
  std::uint32_t later_report(Report const& report, Report const* first, Report const* last) const;
  void add_common(WeighedProposal& candidate, std::uint32_t side);
  std::uint32_t as_before(Proposal const& proposal) const;
  std::uint32_t known_speaker(Proposal const& proposal, std::uint32_t kind) const;
  std::uint32_t clause_before(std::uint32_t mention) const;
  void propose_owners();
  void propose_owner_after();
  std::uint32_t with_of_phrase(std::uint32_t nominal) const;
  bool is_object_of_words() const;
  void propose_subject();
  void propose_inner_label();
  bool propose_signature();
  bool propose_citation();
  bool propose_interruption();
  bool propose_from_line(Report const* first, Report const* last);
  void propose_precedent();
  void propose_neighbours();
  void propose_neighbour(ReportRule rule, Report const& report, std::uint32_t sentence);
  static std::uint32_t number(ReportRule rule) { return static_cast<std::uint32_t>(rule); }
  Shape const& shape() const { return scene_.shape(at_); }

  Scene const& scene_;
  std::uint32_t at_;
  std::uint32_t sentence_;
  Precedent const& precedent_;
  SpeakerHistory const& history_;
  Sentence range_;
  std::uint32_t situation_ = 0;
  std::uint32_t first_subject_ = no_phrase;
  std::uint32_t word_before_ = 0;
  std::vector<WeighedProposal> candidates_;
};

}  // namespace quoth::grammar
