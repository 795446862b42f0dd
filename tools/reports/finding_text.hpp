// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"

namespace quoth::tools {

// The words of a quotation: its segments joined by blanks.
std::string words_of(Document const& document, Quotation const& quotation);

// The claimed speaker: "Ana Ruud", "Ana Ruud (in a statement)", "nobody named".
std::string claimed_speaker(Quotation const& quotation);

// The position of the quotation in its file: "12:4" (line and column, 1-based), "paragraph 3", "page 2".
std::string place_of(Document const& document, Quotation const& quotation);

// The origin of a passage on one line: event, date, speaker, turn, time.
std::string whereabouts(Evidence const& evidence);

// The spans of the edits' words in `text`, the words of a quotation or of a passage, in order and without overlaps;
// `span` says which side's. Leaves out words that differ only in typesetting.
std::vector<ByteSpan> differing_words(std::string_view text, std::vector<Edit> const& edits, ByteSpan Edit::*span);

// 16 hexadecimal digits that identify a finding by verdict, words and speaker, whatever its line. Computed from
// matching keys, so that typography and moved lines do not change it.
std::string fingerprint(Document const& document, Quotation const& quotation, Finding const& finding);

}  // namespace quoth::tools
