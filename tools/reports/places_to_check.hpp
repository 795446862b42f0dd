// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/finding.hpp"

namespace quoth::tools {

// A place of a source that decides whether its words or the printed ones are right.
struct PlaceToCheck {
  std::string place;        // "the recording at 12:31", "page 12"
  std::string differences;  // what differs there: "“Our” for “are”"; empty where that is not known
  std::string link;         // to the moment of the recording; empty where the source has no URL
};

// "the recording at 12:31: “Our” for “are” https://…"
std::string to_string(PlaceToCheck const& place);

// The place of a passage that decides one of its edits.
PlaceToCheck place_of(Evidence const& evidence, Edit const& edit);

// The places to check, in the order of the passage: of what a machine may have got wrong, and of every other difference
// that has a time, unless another transcript bears the printed words out; of a finding that is unconfirmed at least
// one.
std::vector<PlaceToCheck> places_to_check(Finding const& finding);

// What decides of the findings that are to be confirmed: "the recording", "the page" or, where some are of the one and
// some of the other, "the recording or the page".
std::string_view what_decides(std::vector<Finding const*> const& findings);

}  // namespace quoth::tools
