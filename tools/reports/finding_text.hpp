// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"

namespace quoth {

// The words of a quotation: its segments joined by one blank each.
std::string words_of(Document const& document, Quotation const& quotation);

// Who is said to have said it: "Ana Ruud", "Ana Ruud (in a statement)", "nobody named".
std::string claimed_speaker(Quotation const& quotation);

// Where the quotation stands in its file: "12:4" (line and column), "paragraph 3", "page 2".
std::string place_of(Document const& document, Quotation const& quotation);

// The passage's whereabouts on one line: event, date, speaker, turn, time.
std::string whereabouts(Evidence const& evidence);

// Where in `text` (a quotation's or a passage's words) the words of the edits stand, in order and apart from each
// other: `span` says of which side. Words that are only set otherwise do not differ.
std::vector<ByteSpan> differing_words(std::string_view text, std::vector<Edit> const& edits, ByteSpan Edit::*span);

// Tells findings apart by verdict, words and speaker, whatever their line: 16 hexadecimal digits. Made of matching
// keys, so that typography and moved lines do not change it.
std::string fingerprint(Document const& document, Quotation const& quotation, Finding const& finding);

// The page of docs/verdicts on it, Markdown.
std::string_view verdict_page(Verdict verdict);

// What to do about such a finding, in one sentence: the first of the page's last part.
std::string advice(Verdict verdict);

}  // namespace quoth
