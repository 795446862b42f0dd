// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/tokens/article_language.hpp"

namespace quoth::grammar {

struct Phrase;
struct SpanFeatures;
struct Token;
using Phrases = std::vector<Phrase>;
using Tokens = std::vector<Token>;

// The syntactic pattern by which a clause names the speaker.
enum class ReportingRule : std::uint8_t {
  subject_verb,     // "Okafor said"
  verb_subject,     // "said Okafor"
  same_subject,     // "Okafor laughed and said"
  main_subject,     // "Okafor said the plan was dead, adding": the subject of the sentence
  relative,         // "Okafor, who said"
  quoted_object,    // "quoted Okafor as saying"
  passive_agent,    // "was called … by Okafor"
  according_to,     // "according to Okafor"
  label,            // "Okafor:"
  from_line,        // "From the desk of Okafor:"
  owner,            // "Okafor’s promise of"
  bare_subject,     // the subject of a sentence without a reporting verb: "Okafor had a message:"
  clause_subject,   // the subject of a later clause of it
  subject_gerund,   // "with Okafor saying"
  continued,        // the speaker of the previous quotation
  sentence_before,  // who speaks in the sentence before
  subject_before,   // the subject of the sentence before
  sentence_after,   // who speaks in the sentence after
  inner_label,      // "“OKAFOR: …”": the quotation is a transcript
  signature,        // "“…” – Okafor"
  count_
};

std::string_view to_string(ReportingRule rule);

// A reporting clause: one way in which a sentence names a speaker. The numbers are indices of phrases of the outer
// text.
struct ReportingClause {
  ReportingRule rule = ReportingRule::subject_verb;
  std::uint32_t mention = 0;       // the phrase that names who speaks
  std::uint32_t mention_last = 0;  // exclusive end of the mention with what belongs to it
  std::uint32_t cue = 0;           // the reporting phrase; the colon of a label
};

// Whether the phrase is a passive verb that makes its subject the one who is spoken about or to: "was called", "was
// told". Not "was quoted".
bool is_said_of_subject(Tokens const& tokens, Phrase const& phrase);

// Appends the reporting clauses of the sentence phrases[first, last), in the order in which they are parsed.
void find_reporting_clauses(Tokens const& tokens, Phrases const& phrases,
                            std::vector<SpanFeatures> const& features_by_span, std::uint32_t first, std::uint32_t last,
                            std::vector<ReportingClause>& clauses, Language language = Language::english);

}  // namespace quoth::grammar
