// SPDX-License-Identifier: MIT
#include "tools/reports/places_to_check.hpp"

#include <algorithm>

#include "match/edits/shortened.hpp"
#include "match/findings/where_to_check.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/recording_link.hpp"

namespace quoth::tools {

namespace {

std::string shown(std::string const& words) {
  constexpr std::size_t longest = 80;  // bytes
  return "“" + match::shortened(words, longest) + "”";
}

std::string difference(Edit const& edit) {
  if (edit.quote.empty() && edit.source.empty()) return {};
  if (edit.quote.empty()) return shown(edit.source) + " left out";
  if (edit.source.empty()) return shown(edit.quote) + " added";
  return shown(edit.quote) + " for " + shown(edit.source);
}

// Adds it; to the place before where it is the same one.
void add(std::vector<PlaceToCheck>& places, PlaceToCheck place) {
  if (places.empty() || places.back().place != place.place || places.back().link != place.link) {
    places.push_back(std::move(place));
  } else if (!place.differences.empty()) {
    auto& known = places.back().differences;
    known += (known.empty() ? "" : ", ") + place.differences;
  }
}

}  // namespace

std::string to_string(PlaceToCheck const& place) {
  auto text = place.place;
  if (!place.differences.empty()) text += ": " + place.differences;
  return place.link.empty() ? text : text + " " + place.link;
}

PlaceToCheck place_of(Evidence const& evidence, Edit const& edit) {
  bool const is_recording = evidence.made != Made::ocr;
  auto const time = edit.time ? edit.time : evidence.time;
  return {match::place_to_check(evidence, edit), difference(edit),
          link_to(evidence.url, is_recording ? time : std::nullopt)};
}

std::vector<PlaceToCheck> places_to_check(Finding const& finding) {
  std::vector<PlaceToCheck> places;
  for (auto const* evidence : deciding_evidence(finding)) {
    for (auto const& edit : evidence->edits) {
      auto const is_open = edit.witness.empty() && (edit.machine_error || (edit.time && !edit.allowed));
      if (is_open) add(places, place_of(*evidence, edit));
    }
  }
  if (places.empty() && finding.verdict == Verdict::unconfirmed && !finding.evidence.empty())
    places.push_back(place_of(finding.evidence.front(), {}));
  return places;
}

std::string_view what_decides(std::vector<Finding const*> const& findings) {
  auto const is_page = [](Finding const* finding) {
    return !finding->evidence.empty() && finding->evidence.front().made == Made::ocr;
  };
  auto const pages = static_cast<std::size_t>(std::ranges::count_if(findings, is_page));
  if (pages == 0) return "the recording";
  return pages == findings.size() ? "the page" : "the recording or the page";
}

}  // namespace quoth::tools
