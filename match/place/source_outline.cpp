// SPDX-License-Identifier: MIT
#include "match/place/source_outline.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "match/place/place_number.hpp"
#include "match/place/place_tuning.hpp"

namespace quoth::match {

namespace {

// The last of the entries that begins at or before the utterance; the end where there is none.
template <class Entries, class Utterance>
auto last_before(Entries const& entries, std::uint32_t utterance, Utterance of) {
  auto const after = std::ranges::upper_bound(entries, utterance, {}, of);
  return after == entries.begin() ? entries.end() : std::prev(after);
}

// Whether the name is one that papers and reports give to their main sections, which are in none of the others.
bool is_main_section(std::string_view name) {
  static constexpr std::array<std::string_view, 22> names{
      "abstract",         "summary",         "executive summary", "introduction",       "background", "method",
      "methods",          "methodology",     "results",           "findings",           "discussion", "conclusion",
      "conclusions",      "recommendation",  "recommendations",   "appendix",           "references", "notes",
      "acknowledgements", "acknowledgments", "our findings",      "our recommendations"};
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

SourceOutline::SourceOutline(std::vector<Turn> const& turns) {
  for (auto const& turn : turns) {
    note_headings(turn);
    note_paragraph(turn);
  }
  // Numbers that do not rise are those of lists.
  auto const falls = [](auto const& a, auto const& b) { return a.second >= b.second; };
  if (paragraphs_.size() < PlaceTuning::least_numbered ||
      std::ranges::adjacent_find(paragraphs_, falls) != paragraphs_.end())
    paragraphs_.clear();
  note_pages(turns);
  if (std::ranges::any_of(turns, [](Turn const& turn) { return turn.start.has_value(); }))
    for (auto const& turn : turns) starts_.push_back(turn.start);
}

void SourceOutline::note_headings(Turn const& turn) {
  if (turn.heading == heading_) return;
  heading_ = turn.heading;
  // A heading may be a paragraph of its own, which does not count.
  headings_.push_back(
      {name_of_heading(heading_), turn.utterance, turn.text == heading_ ? turn.utterance + 1 : turn.utterance});
  auto own = number_of_heading(heading_);
  if (!own.chapter.empty()) {
    chapters_.push_back({turn.utterance, std::move(own.chapter), true});
    sections_.push_back({turn.utterance, {}, true});
  } else {
    sections_.push_back({turn.utterance, std::move(own.section), true});
  }
}

void SourceOutline::note_paragraph(Turn const& turn) {
  auto own = number_of_paragraph(turn.text);
  if (!own.section.empty()) sections_.push_back({turn.utterance, std::move(own.section), false});
  if (!own.chapter.empty()) chapters_.push_back({turn.utterance, std::move(own.chapter), false});
  if (own.paragraph != 0) paragraphs_.emplace_back(turn.utterance, own.paragraph);
}

void SourceOutline::note_pages(std::vector<Turn> const& turns) {
  for (auto const& turn : turns) {
    for (auto const& printed : turn.printed)
      if (!printed.page.empty() && (pages_.empty() || pages_.back().label != printed.page))
        pages_.push_back({printed.page, turn.utterance});
  }
}

std::uint32_t SourceOutline::paragraph(std::uint32_t utterance, std::string_view page) const {
  if (auto const printed = printed_paragraph(utterance); printed != 0) return printed;
  if (auto const heading = last_before(headings_, utterance, &Section::utterance); heading != headings_.end())
    return utterance - heading->first_paragraph + 1;
  auto const found = std::ranges::find(pages_, page, &Page::label);
  return found != pages_.end() && found->utterance <= utterance ? utterance - found->utterance + 1 : utterance + 1;
}

std::uint32_t SourceOutline::page(std::string_view label) const {
  auto const found = std::ranges::find(pages_, label, &Page::label);
  return found == pages_.end() ? 0 : static_cast<std::uint32_t>(found - pages_.begin()) + 1;
}

std::string SourceOutline::section(std::uint32_t utterance) const {
  auto const found = last_before(sections_, utterance, &Numbered::utterance);
  return found == sections_.end() ? std::string() : found->number;
}

std::string SourceOutline::chapter(std::uint32_t utterance) const {
  auto const found = last_before(chapters_, utterance, &Numbered::utterance);
  return found == chapters_.end() ? std::string() : found->number;
}

PlaceMatch SourceOutline::under(std::string_view heading, std::uint32_t utterance) const {
  auto const name = name_of_heading(heading);
  auto const own = last_before(headings_, utterance, &Section::utterance);
  if (own == headings_.end() || own->name.empty()) return PlaceMatch::unknown;
  if (own->name == name) return PlaceMatch::right;
  auto const first = std::ranges::find(headings_, name, &Section::name);
  if (first == headings_.end()) return PlaceMatch::unknown;
  bool const siblings = is_main_section(name) && is_main_section(own->name);
  return first->utterance > utterance || siblings ? PlaceMatch::wrong : PlaceMatch::unknown;
}

std::uint32_t SourceOutline::printed_paragraph(std::uint32_t utterance) const {
  auto const found = last_before(paragraphs_, utterance, &std::pair<std::uint32_t, std::uint32_t>::first);
  if (found == paragraphs_.end() || utterance - found->first > PlaceTuning::longest_unnumbered) return 0;
  return found->second;
}

std::optional<double> SourceOutline::next_start(std::uint32_t utterance) const {
  return utterance + 1 < starts_.size() ? starts_[utterance + 1] : std::nullopt;
}

}  // namespace quoth::match
