// SPDX-License-Identifier: MIT
#include "match/place/place_check.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/edits/edit_list.hpp"
#include "match/place/place_comparison.hpp"

namespace quoth::match {

PlacedPassage placed_passage(SourceRecord const& source, Passage const& passage, TokenRange used) {
  if (used.empty()) return {&source, {}, {}};
  return {&source, stretch_of(passage, used), passage.tokens().stretch(used.first, used.last)};
}

void add_misplaced(Edit edit, std::size_t quote_bytes, Evidence& evidence) {
  auto const end = static_cast<std::uint32_t>(quote_bytes);
  auto const source_end = static_cast<std::uint32_t>(evidence.text.size());
  edit.quote_span = {end, end};
  edit.source_span = {source_end, source_end};
  edit.segment = evidence.segments.empty() ? 1 : evidence.segments.back();
  evidence.edits.push_back(std::move(edit));
}

std::shared_ptr<SourceOutline const> PlaceCheck::outline_of(SourceRecord const& source) const {
  static auto const none = std::make_shared<SourceOutline const>();
  return sources_.outline ? sources_.outline(source.number) : none;
}

void PlaceCheck::number_paragraph(Evidence& evidence, SourceRecord const& source) const {
  if (source.kind != SourceKind::document || !sources_.outline) return;
  evidence.paragraph = outline_of(source)->paragraph(evidence.utterance, evidence.printed.page);
}

PlaceFinding PlaceCheck::compare(PlaceClaim const& claim, std::vector<PlacedPassage> const& passages) const {
  PlaceFinding finding;
  std::string right_place;
  auto known = true;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (passages[i].stretch.first.turn == nullptr) return finding;
    // Who speaks of "page 12" holds another document in her hand.
    auto const is_speech = passages[i].source->kind == SourceKind::transcript;
    if (is_speech && !claim.place.cited && !claim.place.time) return finding;
    auto compared = compare_place(claim.place, passages[i].stretch, *outline_of(*passages[i].source));
    if (compared.match == PlaceMatch::right) return {i, {}};
    known = known && compared.match == PlaceMatch::wrong;
    if (i == 0) right_place = std::move(compared.right_place);
  }
  if (!known || stands_there_too(claim, passages.front())) return finding;
  finding.misplaced = make_edit(Edit::Op::replace, {EditClass::misplaced, "the source has the words at another place"},
                                claim.text, std::move(right_place), policy_);
  return finding;
}

bool PlaceCheck::stands_there_too(PlaceClaim const& claim, PlacedPassage const& passage) const {
  if (!sources_.turns) return false;
  auto const turns = sources_.turns(passage.source->number);
  auto const outline = outline_of(*passage.source);
  return std::ranges::any_of(occurrences(passage.text, turns), [&](SourceStretch const& stretch) {
    return compare_place(claim.place, stretch, *outline).match == PlaceMatch::right;
  });
}

}  // namespace quoth::match
