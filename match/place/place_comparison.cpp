// SPDX-License-Identifier: MIT
#include "match/place/place_comparison.hpp"

#include <algorithm>
#include <string_view>

#include "match/place/place_number.hpp"
#include "match/place/place_text.hpp"
#include "match/place/place_tuning.hpp"
#include "text/unicode/ascii.hpp"

namespace quoth::match {

namespace {

// A range of whole numbers, both ends included.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool meets(Range other, std::uint32_t off = 0) const {
    return first <= other.last + off && other.first <= last + off;
  }
};

Range range_of(std::uint32_t first, std::uint32_t last) { return {first, std::max(first, last)}; }

bool has_digits(std::string_view label) { return std::ranges::any_of(label, text::is_ascii_digit); }

std::string_view last_of(std::string const& first, std::string const& last) { return last.empty() ? first : last; }

class Comparison {
 public:
  Comparison(ClaimedPlace const& claimed, SourceStretch const& passage, SourceOutline const& outline)
      : claimed_(claimed), passage_(passage), outline_(outline), printed_(printed_range(passage)) {}

  PlaceComparison compare() {
    if (!claimed_.page.empty()) note(page(), pages_and_lines(shown_pages()));
    if (claimed_.line != 0) note(line(), pages_and_lines(printed_));
    auto const utterance = passage_.first.turn->utterance;
    if (is_heading_name(claimed_.section)) {
      note(outline_.under(claimed_.section, utterance), "‘" + passage_.first.turn->heading + "’");
    } else if (!claimed_.section.empty()) {
      auto const own = outline_.section(utterance);
      note(numbered(claimed_.section, own), "section " + own);
    }
    if (!claimed_.chapter.empty()) {
      auto const own = outline_.chapter(utterance);
      note(numbered(claimed_.chapter, own), "chapter " + own);
    }
    if (claimed_.paragraph != 0)
      note(paragraph(), "paragraph " + std::to_string(outline_.printed_paragraph(utterance)));
    if (claimed_.time) note(time(), time_shown());
    return std::move(all_);
  }

 private:
  void note(PlaceMatch one, std::string right_place) {
    if (all_.match == PlaceMatch::wrong || one == PlaceMatch::unknown) return;
    all_.match = one;
    if (one == PlaceMatch::wrong) all_.right_place = std::move(right_place);
  }

  PrintedRange shown_pages() const {
    if (claimed_.line != 0) return printed_;
    return {printed_.page, 0, printed_.last_page, 0};
  }

  // Labels are compared as printed, as numbers of one kind, and the claimed one with the count of the page in the file.
  PlaceMatch page() const {
    if (printed_.page.empty()) return PlaceMatch::unknown;
    auto const first = std::string_view(claimed_.page);
    auto const last = last_of(claimed_.page, claimed_.last_page);
    auto const own_last = last_of(printed_.page, printed_.last_page);
    for (auto const label : {first, last})
      if (text::is_same_in_ascii_case(label, printed_.page) || text::is_same_in_ascii_case(label, own_last))
        return PlaceMatch::right;
    auto const from = page_number(first);
    auto const to = page_number(last);
    auto const own_from = page_number(printed_.page);
    auto const own_to = page_number(own_last);
    if (!from || !to) return PlaceMatch::wrong;
    auto const range = range_of(*from, *to);
    auto const one_kind = has_digits(first) == has_digits(printed_.page) && has_digits(last) == has_digits(own_last);
    if (own_from && own_to && one_kind && range.meets(range_of(*own_from, *own_to))) return PlaceMatch::right;
    auto const count = outline_.page(printed_.page);
    if (count != 0 && has_digits(first) && range.meets(range_of(count, outline_.page(own_last))))
      return PlaceMatch::right;
    return PlaceMatch::wrong;
  }

  // Of a range over two pages the lines are not compared.
  PlaceMatch line() const {
    auto const one_page = claimed_.last_page.empty() || claimed_.last_page == claimed_.page;
    if (printed_.line == 0 || !one_page || printed_.page != printed_.last_page) return PlaceMatch::unknown;
    auto const own = range_of(printed_.line, printed_.last_line);
    return own.meets(range_of(claimed_.line, claimed_.last_line), PlaceTuning::lines_off) ? PlaceMatch::right
                                                                                          : PlaceMatch::wrong;
  }

  // A range of sections is not compared.
  static PlaceMatch numbered(std::string_view claimed, std::string_view own) {
    if (own.empty() || claimed.find("–") != claimed.npos || claimed.find('-') != claimed.npos)
      return PlaceMatch::unknown;
    return same_section(claimed, own) ? PlaceMatch::right : PlaceMatch::wrong;
  }

  // Where the source prints no numbers, its count may bear the claim out, but shows nothing against it.
  PlaceMatch paragraph() const {
    auto const first = passage_.first.turn->utterance;
    auto const last = passage_.last.turn->utterance;
    auto const claimed = range_of(claimed_.paragraph, claimed_.last_paragraph);
    auto const own = outline_.printed_paragraph(first);
    auto const own_last = outline_.printed_paragraph(last);
    auto const counted = outline_.paragraph(first, printed_.page);
    if (own == 0 || own_last == 0)
      return claimed.meets({counted, counted + (last - first)}) ? PlaceMatch::right : PlaceMatch::unknown;
    return claimed.meets(range_of(own, own_last)) ? PlaceMatch::right : PlaceMatch::wrong;
  }

  // "1:02" may be hours and minutes.
  PlaceMatch time() const {
    auto const own = time_span(passage_, outline_);
    if (!own) return PlaceMatch::unknown;
    auto const in_span = [&](double from, double to) {
      return from <= own->last + PlaceTuning::seconds_off && to >= own->first - PlaceTuning::seconds_off;
    };
    auto const seconds = *claimed_.time;
    return in_span(seconds, seconds + 1) || in_span(60 * seconds, 60 * seconds + 60) ? PlaceMatch::right
                                                                                     : PlaceMatch::wrong;
  }

  std::string time_shown() const {
    auto const own = time_span(passage_, outline_);
    return own ? clock_time(own->first) : std::string();
  }

  ClaimedPlace const& claimed_;
  SourceStretch const& passage_;
  SourceOutline const& outline_;
  PrintedRange printed_;
  PlaceComparison all_;
};

}  // namespace

PlaceComparison compare_place(ClaimedPlace const& claimed, SourceStretch const& passage, SourceOutline const& outline) {
  return Comparison(claimed, passage, outline).compare();
}

}  // namespace quoth::match
