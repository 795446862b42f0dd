// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/match/edits/rule_text.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

// The example of a page of docs/edits: turns as "SPEAKER: words", a line of the article, and the edit.
struct Example {
  Candidate source;
  std::string article;
  std::string quotation;  // its segments, " // " between them
  std::string edit;
};

std::vector<std::string> lines_of_example(std::string_view page) {
  std::vector<std::string> lines;
  auto const first = page.find("## Example\n");
  auto text = page.substr(first, page.find("## Policies") - first);
  while (!text.empty()) {
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.starts_with("    ")) lines.emplace_back(line.substr(4));
  }
  return lines;
}

// "[page 4] MS. QUILL: words" stands on a numbered page.
void add_turn(Candidate& source, std::string line) {
  auto& turns = source.windows.front().turns;
  auto turn = turns.front();
  if (line.starts_with("[page ")) {
    auto const close = line.find("] ");
    turn.printed = {{turn.first_word, line.substr(6, close - 6), 0}};
    line.erase(0, close + 2);
  }
  auto const colon = line.find(": ");
  turn.label = turn.speaker = line.substr(0, colon);
  turn.text = line.substr(colon + 2);
  turn.utterance = static_cast<std::uint32_t>(turns.size() - 1);
  turns.push_back(turn);
}

std::string quoted_in(std::string_view line) {
  std::string segments;
  for (auto open = line.find("“"); open != line.npos; open = line.find("“", open + 1)) {
    auto const first = open + std::string_view("“").size();
    segments += (segments.empty() ? "" : " // ") + std::string(line.substr(first, line.find("”", first) - first));
  }
  return segments;
}

Example example_of(std::string_view page) {
  Example example{one_turn(""), "", "", ""};
  for (auto const& line : lines_of_example(page)) {
    if (line.starts_with("“")) {
      example.article = line;
      example.quotation = quoted_in(line);
    } else if (example.quotation.empty()) {
      add_turn(example.source, line);
    } else {
      example.edit = line;
    }
  }
  auto& turns = example.source.windows.front().turns;
  turns.erase(turns.begin());
  return example;
}

// As `--explain` prints it.
std::string explained(Edit const& edit) {
  return std::string(to_string(edit.edit_class)) + ": “" + edit.quote + "” for “" + edit.source + "”";
}

// The place beside a quotation is read as in any article.
Finding finding_of(Example const& example, match::CandidateSource const& candidate_source) {
  auto const article = plain_document("article", text::to_utf32(example.article));
  auto const quotations = extract(article);
  if (quotations.empty() || !quotations.front().place)
    return check_one(example.quotation, "MS. QUILL", candidate_source);
  return match::check(article, quotations, candidate_source, Policy()).front();
}

void check_edit_page(DataCase const& data) {
  auto const page = file_bytes(data.file);
  auto const name = data.file.stem().string();
  auto const edit_class = edit_class_named(name);
  REQUIRE_MESSAGE(edit_class, "a page of no class of edits");
  CHECK(page.starts_with("# " + name + "\n\n"));
  CHECK(page.find("\n\n## What to do\n\n") != page.npos);
  for (auto policy : Policy::names()) {
    auto const rule = Policy::named(policy).rule(*edit_class);
    std::string const verdict(to_string(rule.verdict));
    auto const row = "| " + std::string(policy) + " | [" + verdict + "](../verdicts/" + verdict + ".md) | " +
                     cost_text(rule) + " |\n";
    INFO("expected: ", row);
    CHECK(page.find(row) != page.npos);
  }
  auto const example = example_of(page);
  InventedCandidates const candidate_source({example.source});
  auto const finding = finding_of(example, candidate_source.candidate_source());
  CHECK(finding.verdict == Policy().rule(*edit_class).verdict);
  REQUIRE_FALSE(finding.evidence.empty());
  std::vector<std::string> edits;
  for (auto const& edit : finding.evidence.front().edits) edits.push_back(explained(edit));
  INFO("the first edit is ", edits.empty() ? "none" : edits.front());
  CHECK(std::ranges::count(edits, example.edit) == 1);
}

DataCases const edit_pages(entry_cases(source_tree("docs/edits"), "docs/edits/"), check_edit_page);

}  // namespace

TEST_CASE("docs/edits has a page for every class") {
  for (auto edit_class : all_edit_classes) {
    CAPTURE(to_string(edit_class));
    CHECK_FALSE(file_bytes(source_tree("docs/edits/") + std::string(to_string(edit_class)) + ".md").empty());
  }
}
