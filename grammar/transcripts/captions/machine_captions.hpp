// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "grammar/transcripts/captions/caption.hpp"

namespace quoth::transcripts {

// Signs that a machine made captions, or that somebody typed them live. Captions that roll are another.

// Whether recognition tells of the words: a confidence of any, or times of most words. People time a word here and
// there.
bool are_recognised(std::vector<Caption> const& captions);

// Whether they are all in capitals, with ">>" where the speaker changes. Ask before labels are taken.
bool are_typed_live(std::vector<Caption> const& captions);

// Whether they name the same speaker again and again in a label before the text, as meeting software does; people write
// a name where the speaker changes. Where every caption has a label, as in transcripts of Zoom, once is enough. Ask
// after labels are taken. Voice tags tell nothing, since each caption needs one.
bool repeat_labels(std::vector<Caption> const& captions);

// Whether a notice in the first or last captions says that a machine made them.
bool have_notice(std::vector<Caption> const& captions);

}  // namespace quoth::transcripts
