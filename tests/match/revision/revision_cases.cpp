// SPDX-License-Identifier: MIT
// What became of the quotations of an article in a later version: the cases of revisions.txt.
#include <doctest/doctest.h>

#include <string>

#include "quoth/revision.hpp"
#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"

using namespace quoth;
using namespace quoth::test;

namespace {

std::string words_of(Document const& document, Quotation const& quotation) {
  std::string words;
  for (auto const segment : quotation.segments) words += (words.empty() ? "" : " | ") + document.utf8(segment);
  return words;
}

std::string line_of(Document const& document, RevisedQuotation const& one) {
  auto line = one.is_new() && one.finding.verdict == Verdict::unchecked
                  ? std::string(one.finding.reason ? "no speech" : "new")
                  : std::string(to_string(one.finding.verdict));
  if (one.moved) line += ", moved";
  if (one.outside) line += ", was outside of marks";
  line += "; ";
  for (auto const id : one.old) line += (line.ends_with(' ') ? "" : "+") + std::to_string(id);
  line += "; ";
  for (auto const& evidence : one.finding.evidence)
    for (auto const& edit : evidence.edits)
      if (edit.edit_class != EditClass::capitals && edit.edit_class != EditClass::typography)
        line += (line.ends_with(' ') ? "" : " ") + std::string(to_string(edit.edit_class));
  return line + "; " + words_of(document, one.quotation);
}

void check_revision(DataCase const& data) {
  auto const first = data.text.find("\n--\n");
  auto const second = data.text.find("\n--\n", first + 4);
  REQUIRE(second != data.text.npos);
  auto const before = markdown_document("before.md", data.text.substr(0, first + 1));
  auto const now = markdown_document("now.md", data.text.substr(first + 4, second - first - 3));
  auto const revision = compare(before, now);
  std::string found;
  for (auto const& one : revision.quotations) found += line_of(now, one) + "\n";
  for (auto const& [quotation, outside] : revision.dropped)
    found += std::string("dropped") + (outside ? ", no longer quoted" : "") + "; " + words_of(before, quotation) + "\n";
  auto expected = data.text.substr(second + 4);
  while (expected.ends_with("\n\n")) expected.pop_back();
  check_same(expected, found, "the findings");
}

DataCases const revisions(block_cases(test_data("revisions.txt")), check_revision);

}  // namespace
