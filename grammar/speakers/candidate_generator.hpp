// SPDX-License-Identifier: MIT
#pragma once

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/proposal.hpp"

namespace quoth::grammar {

enum Side : std::uint32_t { side_before, side_after };

// Generates the candidates for the speaker of one quotation.
class CandidateGenerator {
 public:
  CandidateGenerator(ParsedText const& parsed, Location location, Precedent const& precedent,
                     SpeakerHistory const& history)
      : parsed_(parsed),
        at_(location.phrase),
        sentence_(location.sentence),
        precedent_(precedent),
        history_(history),
        range_(parsed.sentences[location.sentence]) {}
  std::vector<WeighedProposal> propose();

 private:
  void find_situation(ReportingClause const* first, ReportingClause const* last);
  std::uint32_t new_speaker(ReportingClause const* first, ReportingClause const* last) const;
  bool is_behind_quotation(ReportingClause const& clause) const;
  bool is_tag(ReportingClause const& clause) const;
  bool is_source_behind_tag(ReportingClause const& clause, ReportingClause const* first,
                            ReportingClause const* last) const;
  bool introduces_next(ReportingClause const& clause, ReportingClause const* first, ReportingClause const* last) const;
  Side side_of(ReportingClause const& clause) const { return clause.cue < at_ ? side_before : side_after; }
  std::uint32_t adjacency(ReportingClause const& clause) const;
  std::uint32_t cue_class(ReportingClause const& clause) const;
  std::uint32_t cue_form(ReportingClause const& clause) const;
  std::uint32_t quotations_between(std::uint32_t from, std::uint32_t to) const;
  bool semicolon_between(std::uint32_t from, std::uint32_t to) const;
  bool is_verdict_on_object(ReportingClause const& clause) const;
  bool propose_verdict(ReportingClause const* first, ReportingClause const* last);
  void propose_clause(ReportingClause const& clause, ReportingClause const* first, ReportingClause const* last);
  std::uint32_t later_report(ReportingClause const& clause, ReportingClause const* first,
                             ReportingClause const* last) const;
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
  bool is_name_in_brackets(std::uint32_t close) const;
  bool propose_pointer();
  bool propose_rule();
  bool propose_line_above();
  bool propose_owned_claim();
  bool propose_recorded(ReportingClause const* first, ReportingClause const* last);
  bool propose_interruption();
  bool propose_from_line(ReportingClause const* first, ReportingClause const* last);
  void propose_precedent();
  void propose_reporter();
  void propose_neighbours();
  void propose_neighbour(ReportingRule rule, ReportingClause const& clause, std::uint32_t sentence);
  // Bins a count: 0, 1, 2, 3-4, 5-8, 9-16, more.
  static std::uint32_t grade(std::uint32_t n) { return n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : n < 17 ? 5 : 6; }
  static std::uint32_t number(ReportingRule rule) { return static_cast<std::uint32_t>(rule); }
  SpanFeatures const& span_features() const { return parsed_.span_features(at_); }

  ParsedText const& parsed_;
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
