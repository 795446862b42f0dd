// SPDX-License-Identifier: MIT
#include "match/findings/where_to_check.hpp"

#include "match/place/place_text.hpp"

namespace quoth::match {

std::string place_to_check(Evidence const& evidence, Edit const& edit) {
  if (evidence.made == Made::ocr) return evidence.printed.empty() ? "the page" : pages_and_lines(evidence.printed);
  if (edit.time) return "the recording at " + clock_time(*edit.time);
  if (evidence.time) return "the recording from " + clock_time(*evidence.time) + " on";
  return "the recording";
}

std::string where_to_check(Evidence const& evidence, Edit const& edit) {
  return "check " + place_to_check(evidence, edit);
}

}  // namespace quoth::match
