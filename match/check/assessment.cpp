// SPDX-License-Identifier: MIT
#include "match/check/assessment.hpp"

#include <algorithm>
#include <iterator>

#include "match/align/alignment.hpp"
#include "match/align/passage.hpp"
#include "match/check/check_tuning.hpp"
#include "match/check/evidence.hpp"
#include "match/check/join.hpp"
#include "match/check/machine_errors.hpp"
#include "match/edits/edit_list.hpp"
#include "match/edits/passage_text.hpp"
#include "match/findings/fidelity.hpp"
#include "match/words/sentence_start.hpp"

namespace quoth::match {

namespace {

// The part of an alignment for some of the quotation's tokens.
Alignment part_of(Alignment const& whole, TokenRange tokens) {
  Alignment part;
  part.source_of.assign(whole.source_of.begin() + static_cast<std::ptrdiff_t>(tokens.first),
                        whole.source_of.begin() + static_cast<std::ptrdiff_t>(tokens.last));
  return part;
}

// The assessment of the stretches that stand in one passage.
class PassageAssessment {
 public:
  PassageAssessment(Reading const& reading, Stretches const& stretches, AssessmentContext const& context)
      : reading_(reading), stretches_(stretches), context_(context) {}

  // A stretch with its alignment; in rising order.
  void add(std::size_t stretch, Alignment alignment) {
    release_edges(stretches_.words(stretch), *reading_.passage, alignment);
    auto const used = used_stretch(alignment);
    places_.push_back({stretch, std::move(alignment), used});
  }

  Assessment assess() {
    PassageText const shown(*reading_.passage, shown_alignment());
    auto evidence = evidence_of(reading_, shown);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      append(evidence.edits, edits_in(i, shown), places_[i].stretch, false);
      evidence.segments.push_back(static_cast<std::uint32_t>(places_[i].stretch + 1));
      if (i + 1 < places_.size()) add_join(i, shown, evidence.edits);
    }
    if (is_machine_made(evidence.made)) excuse_machine_errors(evidence, stretches_, context_.policy);
    Assessment assessment{&reading_, std::move(evidence), std::move(joins_), 0};
    assessment.fidelity = mean_fidelity(assessment.evidence.edits);
    return assessment;
  }

 private:
  struct Place {
    std::size_t stretch = 0;
    Alignment alignment;
    TokenRange used;
  };

  Alignment shown_alignment() const {
    Alignment all;
    for (auto const& place : places_)
      all.source_of.insert(all.source_of.end(), place.alignment.source_of.begin(), place.alignment.source_of.end());
    return all;
  }

  // Whether the next stretch goes on where stretch `i` ends, or at least in the same sentence.
  bool runs_on(std::size_t i) const {
    auto const& before = places_[i].used;
    auto const& next = places_[i + 1].used;
    if (places_[i + 1].stretch != places_[i].stretch + 1 || before.empty() || next.first < before.last ||
        next.first > before.last + PartTuning::near_enough)
      return false;
    auto const& tokens = reading_.passage->tokens();
    auto const reach = next.first - before.last;
    return reach == 0 || sentence_begin(tokens, next.first, reach + 1) < before.last;
  }

  std::vector<Edit> edits_in(std::size_t i, PassageText const& shown) const {
    auto const& place = places_[i];
    auto const tokens = stretches_.tokens(place.stretch);
    EditContext context{context_.policy, context_.article, {}, {}, {}};
    std::vector<FoundPart const*> parts;
    for (auto const& part : context_.parts) {
      if (part.words.first < tokens.first || part.words.last > tokens.last) continue;
      parts.push_back(&part);
      context.elsewhere.push_back({part.words.first - tokens.first, part.words.last - tokens.first});
    }
    context.continues = i > 0 && runs_on(i - 1);
    context.is_continued = i + 1 < places_.size() && runs_on(i);
    auto const& words = stretches_.words(place.stretch);
    auto edits = edits_of(words, *reading_.passage, place.alignment, shown, context);
    for (std::size_t k = 0; k < parts.size(); ++k) {
      edits.push_back(part_edit(stretches_.whole(), *parts[k], context_.policy));
      edits.back().quote_span = words.span_of(context.elsewhere[k].first, context.elsewhere[k].last);
    }
    return edits;
  }

  void add_join(std::size_t i, PassageText const& shown, std::vector<Edit>& edits) {
    auto const& before = places_[i];
    auto const& next = places_[i + 1];
    if (next.stretch != before.stretch + 1 || before.used.empty() || next.used.empty()) return;
    Neighbours const neighbours{before.used.last - 1, next.used.first, context_.joins[before.stretch]};
    append(edits, join_edits(*reading_.passage, shown, neighbours, context_.policy), before.stretch, true);
    auto const after = static_cast<std::uint32_t>(before.stretch + 1);
    joins_.push_back({after, neighbours.at, words_between(*reading_.passage, neighbours),
                      verdict_of(edits, after, true, context_.policy)});
  }

  void append(std::vector<Edit>& all, std::vector<Edit> edits, std::size_t stretch, bool at_join) const {
    auto const first = stretches_.first_byte(stretch);
    for (auto& edit : edits) {
      edit.segment = static_cast<std::uint32_t>(stretch + 1);
      edit.at_join = at_join;
      auto const moved = at_join ? stretches_.first_byte(stretch + 1) : first;
      edit.quote_span = {edit.quote_span.first + moved, edit.quote_span.last + moved};
      all.push_back(std::move(edit));
    }
  }

  double mean_fidelity(std::vector<Edit> const& edits) const {
    double sum = 0;
    double words = 0;
    for (auto const& place : places_) {
      auto const size = static_cast<double>(stretches_.words(place.stretch).tokens().size());
      sum += size * fidelity_of(edits, static_cast<std::uint32_t>(place.stretch + 1));
      words += size;
    }
    return words == 0 ? 0 : sum / words * share_kept_by_joins(edits);
  }

  Reading const& reading_;
  Stretches const& stretches_;
  AssessmentContext const& context_;
  std::vector<Place> places_;
  std::vector<JoinFinding> joins_;
};

std::vector<Edit> edits_where(std::vector<Edit> const& edits, std::uint32_t segment, bool at_join) {
  std::vector<Edit> own;
  std::ranges::copy_if(edits, std::back_inserter(own), [&](Edit const& edit) {
    return edit.at_join == at_join && (at_join || edit.segment == segment);
  });
  return own;
}

}  // namespace

Edit part_edit(QuotedWords const& quotation, FoundPart const& part, Policy const& policy) {
  auto printed = quotation.tokens().stretch(part.words.first, part.words.last);
  auto edit = part.reading ? make_edit(Edit::Op::jump,
                                       {EditClass::splice, "run together with words said elsewhere, in " +
                                                               part.reading->candidate->source.id},
                                       std::move(printed), evidence_of(*part.reading).text, policy)
                           : make_edit(Edit::Op::insert, {EditClass::unfound, "words that stand nowhere in the store"},
                                       std::move(printed), "", policy);
  edit.quote_span = quotation.span_of(part.words.first, part.words.last);
  return edit;
}

Assessment assess(Reading const& reading, Stretches const& stretches, std::vector<std::size_t> const& placed,
                  AssessmentContext const& context) {
  PassageAssessment assessment(reading, stretches, context);
  for (auto stretch : placed) assessment.add(stretch, part_of(reading.alignment, stretches.tokens(stretch)));
  return assessment.assess();
}

Assessment assess_alone(Reading const& reading, Stretches const& stretches, std::size_t stretch,
                        AssessmentContext const& context) {
  PassageAssessment assessment(reading, stretches, context);
  assessment.add(stretch, reading.alignment);
  return assessment.assess();
}

Verdict verdict_of(Edit const& edit, Policy const& policy) {
  auto const verdict = policy.rule(edit.edit_class).verdict;
  if (!must_be_seen(verdict)) return verdict;
  if (edit.machine_error) return Verdict::unconfirmed;
  return edit.witness.empty() ? verdict : Verdict::permitted;
}

Verdict verdict_of(std::vector<Edit> const& edits, std::uint32_t segment, bool at_join, Policy const& policy) {
  auto gravest = Verdict::verbatim;
  for (auto const& edit : edits) {
    if (edit.segment != segment || edit.at_join != at_join) continue;
    gravest =
        std::max(gravest, verdict_of(edit, policy), [](Verdict a, Verdict b) { return gravity_of(a) < gravity_of(b); });
  }
  return gravest;
}

double fidelity_of(std::vector<Edit> const& edits, std::uint32_t segment) {
  return fidelity_of(edits_where(edits, segment, false));
}

double share_kept_by_joins(std::vector<Edit> const& edits) { return fidelity_of(edits_where(edits, 0, true)); }

}  // namespace quoth::match
