// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "match/check/reading.hpp"
#include "match/speakers/speaker_match.hpp"
#include "quoth/finding.hpp"

namespace quoth::match {

// What came of comparing the speakers.
struct SpeakerCheck {
  SpeakerChecked checked = SpeakerChecked::none;
  std::string quoted;         // whom a document quotes with the words, where it names somebody
  bool in_quotation = false;  // whether they stand in a document's quotation marks
};

// Compares who spoke with who is claimed. Somebody else only counts where the article names the speaker expressly and
// the turn does not pass the words on as somebody's. Of a document quotations are their speakers' words, and the
// document's too, but not its author's, except in a book, whose people the author has made up. `evidence`: of the
// reading; takes from it that a document tells its quotations as somebody else's words, and notes whose words they are.
SpeakerCheck check_speaker(Reading const& reading, SpeakerMatch const& speakers, Evidence& evidence);

// Who spoke, where the article may mean several people and the source settles it; else empty.
std::string settled_speaker(Reading const& reading, SpeakerMatch const& speakers);

}  // namespace quoth::match
