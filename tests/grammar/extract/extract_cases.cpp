// SPDX-License-Identifier: MIT
// The cases of the data files: each an article, a line "--", then one line for each quotation that is to be found.
#include <doctest/doctest.h>

#include <sstream>

#include "quoth/quotation.hpp"
#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::test;

namespace {

struct Example {
  Document article;
  std::vector<std::string> expected;  // one line a quotation
};

Example example_of(DataCase const& data) {
  std::istringstream in(data.text);
  std::string article;
  std::vector<std::string> expected;
  bool in_expected = false;
  for (std::string line; std::getline(in, line);) {
    if (!in_expected && line == "--") {
      in_expected = true;
    } else if (!in_expected) {
      article += line + '\n';
    } else if (!line.empty() && !line.starts_with("# ")) {  // "# " is a heading over the cases that follow
      expected.push_back(line);
    }
  }
  return {plain_document("case", to_utf32(article)), expected};
}

std::string segments(Document const& document, Quotation const& quotation) {
  std::string joined;
  for (auto const segment : quotation.segments) joined += (joined.empty() ? "" : " / ") + document.utf8(segment);
  return joined;
}

// Of an article in Markdown: what is a block quotation, who is credited with it, and what is nested.
void check_blocks(DataCase const& data) {
  auto const parted = data.text.find("\n--\n");
  REQUIRE(parted != data.text.npos);
  auto const article = markdown_document("case", data.text.substr(0, parted));
  std::string found;
  for (auto const& quotation : extract(article)) {
    auto const& attribution = quotation.attribution;
    found += quotation.block ? "block; " : quotation.inside != 0 ? "inside; " : "marks; ";
    found += (attribution && !attribution->speaker.empty() ? attribution->speaker : "-") + "; ";
    found += segments(article, quotation) + "\n";
  }
  auto expected = data.text.substr(parted + 4);
  while (expected.ends_with("\n\n")) expected.pop_back();
  check_same(expected == "\n" ? "" : expected, found, "the quotations");
}

std::string lines_of(std::vector<std::string> const& lines) {
  std::string text;
  for (auto const& line : lines) text += line + '\n';
  return text;
}

void check_kinds(DataCase const& data) {
  auto const [article, expected] = example_of(data);
  std::vector<std::string> found;
  for (auto const& quotation : extract(article)) {
    found.push_back(std::string(to_string(quotation.kind)) + "; " + segments(article, quotation));
  }
  check_same(lines_of(expected), lines_of(found), "the quotations");
}

std::string speaker_of(Document const& document, Quotation const& quotation) {
  auto const& attribution = quotation.attribution;
  auto const mention = attribution && attribution->mention ? document.utf8(*attribution->mention) : "-";
  auto const speaker = attribution && !attribution->speaker.empty() ? attribution->speaker : "-";
  return mention + "; " + speaker + "; ";
}

// Of the quoted words a case gives the first, as many as tell which quotation is meant.
void check_speakers(DataCase const& data) {
  auto const [article, expected] = example_of(data);
  auto const quotations = extract(article);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    auto line = speaker_of(article, quotations[i]) + segments(article, quotations[i]);
    if (i < expected.size() && line.starts_with(expected[i])) line = expected[i];
    found.push_back(line);
  }
  check_same(lines_of(expected), lines_of(found), "who speaks");
}

std::string work_of(Document const& document, Quotation const& quotation) {
  if (!quotation.attribution) return speaker_of(document, quotation) + "-; none; ";
  auto const& attribution = *quotation.attribution;
  return speaker_of(document, quotation) + (attribution.via.empty() ? "-" : attribution.via) + "; " +
         std::string(to_string(attribution.naming)) + "; ";
}

void check_works(DataCase const& data) {
  auto const [article, expected] = example_of(data);
  std::vector<std::string> found;
  for (auto const& quotation : extract(article)) {
    if (quotation.kind == QuotationKind::title) continue;  // of the reference list
    auto line = work_of(article, quotation) + segments(article, quotation);
    if (found.size() < expected.size() && line.starts_with(expected[found.size()])) line = expected[found.size()];
    found.push_back(line);
  }
  check_same(lines_of(expected), lines_of(found), "who or what speaks");
}

// How the mention names the speaker, whether it has a tag, and everybody who is meant with at least one in a hundred.
std::string candidates_of(Quotation const& quotation) {
  if (!quotation.attribution) return "none";
  auto const& attribution = *quotation.attribution;
  auto line = std::string(to_string(attribution.naming)) + (attribution.tagged ? "; tag" : "; no tag");
  for (auto const& candidate : attribution.candidates) {
    if (candidate.probability >= 0.01) line += "; " + candidate.speaker;
  }
  return line;
}

void check_candidates(DataCase const& data) {
  auto const [article, expected] = example_of(data);
  std::vector<std::string> found;
  for (auto const& quotation : extract(article)) found.push_back(candidates_of(quotation));
  check_same(lines_of(expected), lines_of(found), "who may speak");
}

// Who may be named: a name must be, with "?" before it it may be, "-" is nobody. Blank segments do not count.
void check_language(DataCase const& data) {
  auto const [article, expected] = example_of(data);
  std::vector<std::string> found;
  for (auto const& quotation : extract(article)) {
    auto const i = found.size();
    auto const speaker = quotation.attribution ? quotation.attribution->speaker : std::string();
    auto const who = speaker.empty() ? std::string("-") : speaker;
    auto const allowed = i < expected.size() ? expected[i].substr(0, expected[i].find("; ")) : std::string();
    bool const open = allowed.starts_with('?') && (who == "-" || who == allowed.substr(1));
    found.push_back((open ? allowed : who) + "; " + segments(article, quotation));
  }
  check_same(lines_of(expected), lines_of(found), "who speaks");
}

std::vector<DataCase> language_cases() {
  std::vector<DataCase> all;
  for (auto const* language : {"fr", "es", "pt", "it", "sv", "nl", "ja", "zh", "pl", "da"}) {
    for (auto& one : block_cases(test_data("languages/") + std::string(language) + ".txt"))
      all.push_back(std::move(one));
  }
  return all;
}

DataCases const german(block_cases(test_data("attribution-german.txt")), check_speakers);
DataCases const german_clauses(block_cases(test_data("german-clauses.txt")), check_speakers);
DataCases const languages(language_cases(), check_language);
DataCases const marks(block_cases(test_data("quotation-marks.txt")), check_kinds);
DataCases const kinds(block_cases(test_data("kinds.txt")), check_kinds);
DataCases const joins(block_cases(test_data("joins.txt")), check_kinds);
DataCases const blocks(block_cases(test_data("block-quotations.txt")), check_blocks);
DataCases const names(block_cases(test_data("names-of-things.txt")), check_kinds);
DataCases const speakers(block_cases(test_data("attribution.txt")), check_speakers);
DataCases const lines(block_cases(test_data("attribution-lines.txt")), check_speakers);
DataCases const people(block_cases(test_data("names-of-people.txt")), check_speakers);
DataCases const candidates(block_cases(test_data("candidates.txt")), check_candidates);
DataCases const works(block_cases(test_data("works.txt")), check_works);
DataCases const issuers(block_cases(test_data("works-issuers.txt")), check_works);
DataCases const citations(block_cases(test_data("works-citations.txt")), check_works);
DataCases const openers(block_cases(test_data("attribution-openers.txt")), check_speakers);
DataCases const other_texts(block_cases(test_data("kinds-of-text.txt")), check_speakers);
DataCases const rivals_faults(block_cases(test_data("rivals-faults.txt")), check_speakers);

}  // namespace
