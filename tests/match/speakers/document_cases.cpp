// SPDX-License-Identifier: MIT
// Articles held against one document: whom its words may be credited to. The cases are data.
#include <doctest/doctest.h>

#include <sstream>

#include "match/check/check.hpp"
#include "quoth/quotation.hpp"
#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/words.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

std::string known(std::string const& field) { return field == "-" ? std::string() : field; }

// A line "id | title | author | issuer | date", then one paragraph a line, with its judge before it: "[Ada Falk] No."
Candidate document_of(std::istringstream& lines) {
  Candidate candidate = one_turn("", "");
  candidate.windows.front().turns.clear();
  std::string line;
  std::getline(lines, line);
  auto const facts = fields(line);
  REQUIRE(facts.size() == 5);
  auto& source = candidate.source;
  source.kind = SourceKind::document;
  source.made = Made::written;
  source.id = facts[0];
  source.title = known(facts[1]);
  source.author = known(facts[2]);
  source.issuer = known(facts[3]);
  source.date = known(facts[4]);
  while (std::getline(lines, line) && line != "--") {
    Turn turn;
    turn.utterance = static_cast<std::uint32_t>(candidate.windows.front().turns.size());
    auto const judge = line.starts_with('[') ? line.find("] ") : line.npos;
    if (judge != line.npos) turn.speaker = turn.label = line.substr(1, judge - 1);
    turn.text = judge == line.npos ? line : line.substr(judge + 2);
    source.words += static_cast<std::uint32_t>(text::split_words(line).size());
    candidate.windows.front().turns.push_back(turn);
  }
  return candidate;
}

void check_document(DataCase const& data) {
  std::istringstream lines(data.text);
  InventedCandidates const store({document_of(lines)});
  std::string article;
  std::string line;
  while (std::getline(lines, line) && line != "--") article += line + '\n';
  std::string expected;
  while (std::getline(lines, line))
    if (!line.empty() && !line.starts_with("# ")) expected += line + '\n';
  auto const document = plain_document("article", text::to_utf32(article));
  auto const quotations = extract(document);
  std::string found;
  for (auto const& finding : match::check(document, quotations, store.candidate_source(), Policy::named("ap"))) {
    found += std::string(to_string(finding.verdict)) + "; " + std::string(to_string(finding.speaker_checked)) + "; " +
             finding.message + '\n';
  }
  check_same(expected, found, "the findings");
}

DataCases const documents(block_cases(test_data("documents.txt")), check_document);

}  // namespace
