// SPDX-License-Identifier: MIT
#include "match/check/speaker_check.hpp"

#include <algorithm>

#include "match/align/passage.hpp"
#include "match/speakers/known_name.hpp"
#include "match/speakers/reported.hpp"

namespace quoth::match {

SpeakerChecked check_speaker(Reading const& reading, SpeakerMatch const& speakers, std::vector<Edit> const& edits) {
  switch (reading.speaker) {
    case SpeakerRelation::same:
    case SpeakerRelation::possible:
      return SpeakerChecked::same;
    case SpeakerRelation::unknown: {
      auto const& turn = reading.passage->turn_of(reading.used.first);
      auto const& name = turn.speaker.empty() ? turn.label : turn.speaker;
      auto const named = !name.empty() && known_name(name)->anonymity == Anonymity::named;
      return named ? SpeakerChecked::open : SpeakerChecked::unnamed;
    }
    case SpeakerRelation::different:
      break;
  }
  if (is_reported_as_of(speakers.claimed(), *reading.passage, reading.used)) return SpeakerChecked::reported;
  auto const passed_on = std::ranges::any_of(edits, [](Edit const& edit) {
    return edit.edit_class == EditClass::quoted || edit.edit_class == EditClass::reported;
  });
  return speakers.is_express() && !passed_on ? SpeakerChecked::different : SpeakerChecked::open;
}

std::string settled_speaker(Reading const& reading) {
  return reading.speaker == SpeakerRelation::possible ? reading.passage->turn_of(reading.used.first).speaker : "";
}

}  // namespace quoth::match
