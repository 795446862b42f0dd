// SPDX-License-Identifier: MIT
// What becomes of headlines, decks, pull quotes and captions: the cases of displays.txt.
#include <doctest/doctest.h>

#include <string>

#include "match/check/check.hpp"
#include "match/display/display_check.hpp"
#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/articles/article_format.hpp"
#include "text/files/file_content.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

// One turn of Ana Tamm is all that the store holds.
match::CandidateSource store() {
  match::CandidateSource source;
  source.candidates = [](Query const&) {
    Candidate candidate;
    candidate.source.number = 1;
    candidate.source.id = "council.txt";
    candidate.score = 1;
    candidate.has_speaker = true;
    Turn turn;
    turn.label = turn.speaker = "Ana Tamm";
    turn.text = "Nobody who lives in this town will ever pay a toll again.";
    candidate.windows.push_back({{turn}});
    return std::vector{candidate};
  };
  source.coverage = [](std::string_view speaker) {
    Coverage held;
    if (speaker == "Joan Ashby") held.sources = 1;
    return held;
  };
  return source;
}

std::string line_of(Document const& document, Quotation const& quotation, Finding const& finding) {
  auto line = std::string(to_string(quotation.kind)) + "; " + std::string(to_string(finding.verdict)) + "; ";
  line += document.utf8(quotation.segments.front());
  if (finding.evidence.empty()) return line;
  auto const& evidence = finding.evidence.front();
  return line + "; " + evidence.source +
         (evidence.printed.line != 0 ? ":" + std::to_string(evidence.printed.line) : "");
}

void check_display(DataCase const& data) {
  auto const parted = data.text.find("\n--\n");
  REQUIRE(parted != data.text.npos);
  bool const page = data.text.starts_with("<");
  text::FileContent file(data.text.substr(0, parted + 1), "article", "article");
  std::string found;
  text::parse_articles(file, page ? "html" : "markdown", "article", [&](Document&& document) {
    auto const quotations = extract(document);
    auto findings = match::check(document, quotations, store(), Policy());
    match::check_displays(document, quotations, findings, store(), Policy());
    for (std::size_t i = 0; i < quotations.size(); ++i) found += line_of(document, quotations[i], findings[i]) + "\n";
  });
  auto expected = data.text.substr(parted + 4);
  while (expected.ends_with("\n\n")) expected.pop_back();
  check_same(expected, found, "the findings");
}

DataCases const displays(block_cases(test_data("displays.txt")), check_display);

}  // namespace
