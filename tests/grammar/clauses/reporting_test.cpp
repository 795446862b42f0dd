// SPDX-License-Identifier: MIT
#include "grammar/clauses/reporting.hpp"

#include <doctest/doctest.h>

#include <string>

#include "grammar/clauses/phrase.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/marks/outer_text.hpp"
#include "grammar/marks/span_features.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::grammar;

namespace {

// Whom the rule makes the speaker of the sentence; empty where it does not apply.
std::string speaker_by(ReportingRule rule, std::string const& sentence) {
  auto const document = plain_document("case", to_utf32(sentence));
  auto tokens = scan(document);
  auto const marked_spans = pair_marks(tokens);
  auto const features_by_span = features_of_spans(tokens, marked_spans);
  auto const outer_text = outer_texts(tokens, marked_spans).front();
  auto const phrases = phrases_of(outer_text.tokens);
  std::vector<ReportingClause> clauses;
  find_reporting_clauses(outer_text.tokens, phrases, features_by_span, 0, static_cast<std::uint32_t>(phrases.size()),
                         clauses);
  for (auto const& clause : clauses) {
    if (clause.rule != rule) continue;
    return document.utf8({outer_text.tokens[phrases[clause.mention].first].first,
                          outer_text.tokens[phrases[clause.mention_last - 1].last - 1].last});
  }
  return {};
}

}  // namespace

TEST_CASE("subject and verb") {
  CHECK(speaker_by(ReportingRule::subject_verb, "Tamm said “no.”") == "Tamm");
  CHECK(speaker_by(ReportingRule::subject_verb, "“No,” Tamm said.") == "Tamm");
  CHECK(speaker_by(ReportingRule::subject_verb, "“No,” Hugh Okafor, 45, a doctor from Harrow, said.") == "Hugh Okafor");
  CHECK(speaker_by(ReportingRule::subject_verb, "Rep. Tamm (D-Harrow) on Monday said “no.”") == "Rep. Tamm");
  CHECK(speaker_by(ReportingRule::subject_verb, "Tamm, citing “the rules,” said the bridge was “shut.”") == "Tamm");
  CHECK(speaker_by(ReportingRule::subject_verb, "“No,” a spokesman for the council said.") ==
        "a spokesman for the council");
  CHECK(speaker_by(ReportingRule::subject_verb, "“No,” Tamm harrumphed.") == "Tamm");
}

TEST_CASE("verb and subject") {
  CHECK(speaker_by(ReportingRule::verb_subject, "Nobody left. “No,” said Ana Tamm.") == "Ana Tamm");
  CHECK(speaker_by(ReportingRule::verb_subject, "“No,” she insists, said the mayor.") == "the mayor");
}

TEST_CASE("a second verb has the subject of the first") {
  CHECK(speaker_by(ReportingRule::same_subject, "Tamm laughed and said “no.”") == "Tamm");
}

TEST_CASE("a participle has the subject of the sentence") {
  CHECK(speaker_by(ReportingRule::main_subject, "Tamm said the bridge was shut, adding: “No.”") == "Tamm");
}

TEST_CASE("a participle with a subject of its own") {
  CHECK(speaker_by(ReportingRule::subject_gerund, "It ended with Tamm saying “no.”") == "Tamm");
}

TEST_CASE("relative pronoun") { CHECK(speaker_by(ReportingRule::relative, "It was Tamm who said “no.”") == "who"); }

TEST_CASE("quoted as saying") {
  CHECK(speaker_by(ReportingRule::quoted_object, "The paper quoted Tamm as saying “no.”") == "Tamm");
}

TEST_CASE("agent of a passive") {
  CHECK(speaker_by(ReportingRule::passive_agent, "It was called “a heap of rust” by Tamm.") == "Tamm");
}

TEST_CASE("according to somebody") {
  CHECK(speaker_by(ReportingRule::according_to, "It is “safe,” according to Ana Tamm.") == "Ana Tamm");
}

TEST_CASE("label before a colon") {
  CHECK(speaker_by(ReportingRule::label, "Ana Tamm: “No.”") == "Ana Tamm");
  CHECK(speaker_by(ReportingRule::label, "Ana Tamm: the bridge is shut.").empty());
}

TEST_CASE("from the desk of") {
  CHECK(speaker_by(ReportingRule::from_line, "And from Chairwoman Tamm: “No.”") == "Chairwoman Tamm");
}

TEST_CASE("a clause whose verb does not report") {
  CHECK(speaker_by(ReportingRule::clause_subject, "Ana Tamm has a message: “No.”") == "Ana Tamm");
}
