// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/document.hpp"
#include "quoth/finding.hpp"
#include "quoth/quotation.hpp"

namespace quoth::tools {

// The words of a quotation: its segments joined by blanks.
std::string words_of(Document const& document, Quotation const& quotation);

// The beginning of words, cut at a blank to at most `longest` code points: "The council met …".
std::string beginning_of(std::string const& words, std::size_t longest);

// The beginning of the paragraph that holds that offset, to find it by.
std::string first_words(Document const& document, std::uint32_t offset);

// The claimed speaker: "Ana Ruud", "Ana Ruud (in a statement)", "nobody named".
std::string claimed_speaker(Quotation const& quotation);

// What is to be known of the claimed speaker beside the name: "not named by the source", "whom the article means is
// open"; empty where the speaker was compared or nothing was found.
std::string_view remark_on_speaker(Finding const& finding);

// A name of a verdict, a class or a reason in running text: "not found".
std::string in_words(std::string_view name);
// With a capital at its start, where a letter of ASCII stands there.
std::string capitalised(std::string words);

// How sure a verdict is that accuses: "57 % sure"; empty where it is nearly certain or does not accuse.
std::string certainty(Finding const& finding);
std::string certainty(Verdict verdict, double confidence);
// What is below that confidence, from 0 to 1: "less than 50 % sure".
std::string less_than_sure(double least_confidence);

// A finding on one line, for build servers: its message, how sure it is, the words of the source and where they stand.
std::string on_one_line(Finding const& finding);

// The segment of the gravest verdict, 0-based; where a join is graver, the segment behind it. 0 where all are alike or
// nothing must be seen.
std::size_t segment_at_fault(Quotation const& quotation, Finding const& finding);

// What an editor should look at: that segment, or the whole quotation where no segment is worse than the others.
Span span_at_fault(Quotation const& quotation, Finding const& finding);

// A position in its file: "12:4" (line and column, 1-based), "paragraph 3", "page 2".
std::string place_of(Document const& document, std::uint32_t offset);

// ", 12 words left out", to be put behind the verdict; empty where there are none.
std::string words_left_out(JoinFinding const& join);

// Whether the verdicts of its segments and joins tell more than that of the quotation: they are not all alike, and one
// must be seen, is unconfirmed or was not checked.
bool has_mixed_verdicts(Finding const& finding);

// The evidence that the verdicts rest on: of each group of segments the first. Where none bears on a segment, the best.
std::vector<Evidence const*> deciding_evidence(Finding const& finding);

// What the printed words, as `words_of` gives them, differ in from the spoken ones: see `differing_words`. Segments
// that were not found differ wholly.
std::vector<ByteSpan> printed_differences(Document const& document, Quotation const& quotation, Finding const& finding);

// How reports name its passage: "spoken"; "written" where the source is no speech.
std::string_view manner_of(Evidence const& evidence);

// The origin of a passage on one line: event, date, speaker, turn, time.
std::string whereabouts(Evidence const& evidence);

// Where the old version of an article has a passage: "before.md, line 3, Ana Ruud".
std::string place_before(Evidence const& evidence);

// The spans of the edits' words in `text`, the words of a quotation or of a passage, in order and without overlaps;
// `span` says which side's. Leaves out words that differ only in typesetting.
std::vector<ByteSpan> differing_words(std::string_view text, std::vector<Edit> const& edits, ByteSpan Edit::*span);

// The spans that lie in `[first, last)`, as far as they do, counted from there.
std::vector<ByteSpan> spans_within(std::vector<ByteSpan> const& spans, std::uint32_t first, std::uint32_t last);

// 16 hexadecimal digits that identify a finding by verdict, words and speaker, whatever its line. Computed from
// matching keys, so that typography and moved lines do not change it.
std::string fingerprint(Document const& document, Quotation const& quotation, Finding const& finding);

}  // namespace quoth::tools
