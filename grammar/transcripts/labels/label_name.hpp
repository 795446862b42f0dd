// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "quoth/source.hpp"

namespace quoth::transcripts {

// The label in "LABEL=NAME", parted at the last "=": labels may hold others, names have none. All of it where there is
// no "=".
std::string_view label_given(std::string_view naming);

// The speaker that a label names by itself: "ANA REED, LNN ANCHOR" is Ana Reed with a role, "Reed, Ana" is Ana Reed,
// "MS. REED" is Ms. Reed. Initials stay as they are: "JHD".
Speaker speaker_of_label(std::string_view label);

// Whether two labels have the same words, in capitals or not and with whatever marks.
bool is_same_label(std::string_view a, std::string_view b);

// Completes labels that are a surname alone ("REED:", "Mr Reed") by the one speaker of that surname who is named in
// full, unless there are several. Speakers in `settled` are left as they are.
void complete_surnames(std::map<std::string, Speaker>& speakers, std::set<std::string> const& settled);

}  // namespace quoth::transcripts
