// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/place/place_match.hpp"
#include "quoth/candidate.hpp"

namespace quoth::match {

// Where a source puts its own numbers: what its headings, its paragraphs and its pages are called. Built from all its
// turns.
class SourceOutline {
 public:
  SourceOutline() = default;
  explicit SourceOutline(std::vector<Turn> const& turns);

  // The number of the paragraph that the utterance is: as printed, else counted from 1 under its heading, where it has
  // none on its page, else in the source; 0 for a heading. `page`: the one that the passage stands on.
  std::uint32_t paragraph(std::uint32_t utterance, std::string_view page) const;
  // The number of the page in the source, from 1; 0 for a page that it does not have.
  std::uint32_t page(std::string_view label) const;

  // The section and the chapter that hold at the utterance, and the printed number of its paragraph; empty and 0 where
  // the source has no such numbers, or where it is not sure.
  std::string section(std::uint32_t utterance) const;
  std::string chapter(std::uint32_t utterance) const;
  // Whether the utterance stands under the heading of that name: unknown where the source has no such heading, or where
  // another one between the two may be of a part of its section.
  PlaceMatch under(std::string_view heading, std::uint32_t utterance) const;
  std::uint32_t printed_paragraph(std::uint32_t utterance) const;
  // When the utterance after it begins; nothing where the source has no times.
  std::optional<double> next_start(std::uint32_t utterance) const;

 private:
  struct Numbered {
    std::uint32_t utterance = 0;
    std::string number;  // empty: from here on there is none
    bool is_heading = false;
  };
  struct Section {
    std::string name;                   // without a number, in lower case
    std::uint32_t utterance = 0;        // where another heading begins
    std::uint32_t first_paragraph = 0;  // the utterance that is its first paragraph
  };
  struct Page {
    std::string label;
    std::uint32_t utterance = 0;  // with its first word
  };
  void note_headings(Turn const& turn);
  void note_paragraph(Turn const& turn);
  void note_pages(std::vector<Turn> const& turns);

  std::string heading_;
  std::vector<Section> headings_;
  std::vector<Numbered> sections_;
  std::vector<Numbered> chapters_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> paragraphs_;  // utterance, number
  std::vector<Page> pages_;
  std::vector<std::optional<double>> starts_;  // by utterance; empty where there is none
};

}  // namespace quoth::match
