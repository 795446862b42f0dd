// SPDX-License-Identifier: MIT
#include "match/edits/citation.hpp"

#include <doctest/doctest.h>

#include "quoth/quotation.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

// Whether the words between the two signs are a citation.
bool cites(std::string const& marked) {
  auto const open = marked.find('{');
  auto const close = marked.find('}');
  auto const text = marked.substr(0, open) + marked.substr(open + 1, close - open - 1) + marked.substr(close + 1);
  TokenSequence tokens;
  tokens.append(text);
  TokenRange range{0, 0};
  while (range.first < tokens.size() && tokens[range.first].first < open) ++range.first;
  range.last = range.first;
  while (range.last < tokens.size() && tokens[range.last].first < close - 1) ++range.last;
  return is_citation(tokens, range);
}

Finding check_article(std::string const& article) {
  InventedCandidates const store({one_turn(
      "No grant is to be read broadly, see Marsh v. Okoro, 9 Carr. 45, 48 (1988), and this one names no barrel.")});
  auto const document = plain_document("case", text::to_utf32(article));
  auto quotations = extract(document);
  REQUIRE(quotations.size() == 1);
  quotations.front().kind = QuotationKind::direct;
  quotations.front().attribution.reset();
  return check(document, quotations, store.candidate_source(), Policy()).front();
}

}  // namespace

TEST_CASE("is_citation") {
  CHECK(cites("broadly, {see Marsh v. Okoro, 9 Carr. 45, 48 (1988)}, and"));
  CHECK(cites("broadly {(Marsh 2031, p. 12)} and"));
  CHECK(cites("broadly, {Marsh and Okoro (2031)}, and"));
  CHECK(cites("broadly, {Marsh v. Okoro, 9 Carr. 45 (1988) (quoting Pell, 3 Carr. 2d 8)}, and"));
  CHECK_FALSE(cites("broadly {in Harrow} and"));
  CHECK_FALSE(cites("broadly {in May 2031} and"));
  CHECK_FALSE(cites("we paid {Marsh 12 dollars} and"));
  CHECK_FALSE(cites("broadly {(or at least most of it)} and"));
  CHECK_FALSE(cites("we met {Marsh, who came in 2031 (a wet year)} and"));
}

TEST_CASE("a citation left out is permitted where the article says so") {
  std::string const quotation = "“No grant is to be read broadly, and this one names no barrel”";
  CHECK(check_article(quotation + " (citation omitted).").verdict == Verdict::permitted);
  CHECK(check_article(quotation + " (cleaned up).").verdict == Verdict::permitted);
  CHECK(check_article(quotation + " (emphasis added).").verdict == Verdict::altered);
  CHECK(classes_of(check_article(quotation + ".")) == "omission");
  CHECK(
      check_article("“Every grant is to be read broadly, and this one names no barrel” (citation omitted).").verdict ==
      Verdict::distorted);
}
