// SPDX-License-Identifier: MIT
// What is decided for each quotation, and whom its mention stands for, before quotations are put together.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/resolve.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::grammar;

namespace {

struct Decided {
  Classification classification;
  Resolution resolution;
};

// One for each quotation of the outer text.
std::vector<Decided> decide(std::string const& article) {
  auto const document = plain_document("case", to_utf32(article));
  auto tokens = scan(document);
  auto const marked_spans = pair_marks(tokens);
  auto const features_by_span = features_of_spans(tokens, marked_spans);
  auto const told = outer_texts(tokens, marked_spans);
  ParsedText const parsed(told.front(), features_by_span);
  People const people(parsed);
  Resolver resolver(document, parsed, people);
  std::vector<Decided> all;
  for (auto const& classification : classify(parsed, tokens, marked_spans)) {
    bool const has_mention = classification.speaker.mention != no_phrase;
    all.push_back({classification, has_mention ? resolver.resolve(classification) : Resolution{}});
  }
  return all;
}

}  // namespace

TEST_CASE("classify: speech by its tag, with the rule that found the speaker") {
  struct Case {
    std::string article;
    ReportingRule rule;
  };
  for (auto const& [each_article, rule] :
       {Case{"“The bridge is safe,” Ana Tamm said.", ReportingRule::subject_verb},
        Case{"“The bridge is safe,” said Ana Tamm.", ReportingRule::verb_subject},
        Case{"Ana Tamm, who said “the bridge is safe and will stay open”, left.", ReportingRule::relative},
        Case{"“The bridge is safe,” according to Ana Tamm.", ReportingRule::according_to}}) {
    auto const& article = each_article;
    CAPTURE(article);
    auto const decided = decide(article);
    REQUIRE(decided.size() == 1);
    CHECK(decided[0].classification.is_speech);
    CHECK(decided[0].classification.speaker.rule == rule);
    CHECK(decided[0].classification.confidence > 0.3);
    CHECK(decided[0].resolution.speaker == "Ana Tamm");
  }
}

TEST_CASE("classify: titles, nicknames, remarks in brackets and headlines are no speech") {
  auto const title = decide("She wrote “The Bridges of Harrow County” in 1971.").at(0).classification;
  CHECK(title.is_title);
  CHECK_FALSE(title.is_speech);
  auto const name = decide("William “Buddy” Okafor has run the ferry since May.").at(0).classification;
  CHECK(name.is_name);
  CHECK_FALSE(name.is_speech);
  auto const headline =
      decide("Mayor Tamm Says Bridge ‘Will Never Close’\n\nThe mayor spoke on Monday, and 300 people came to listen.");
  CHECK(headline.at(0).classification.is_headline);
  CHECK_FALSE(headline.at(0).classification.is_speech);
}

TEST_CASE("classify: a quotation behind another one of the same paragraph has its speaker") {
  auto const decided = decide("“The bridge is safe,” Ana Tamm said. “It will stay open.”");
  REQUIRE(decided.size() == 2);
  CHECK(decided[1].classification.is_speech);
  CHECK(decided[1].classification.speaker.mention == decided[0].classification.speaker.mention);
  CHECK(decided[1].resolution.speaker == "Ana Tamm");
}

TEST_CASE("Resolver: pronouns stand for the last one who fits") {
  std::string const who = "Ana Tamm met Mr. Piet Haak on Monday. ";
  CHECK(decide(who + "“The bridge is safe,” he said.").at(0).resolution.speaker == "Piet Haak");
  CHECK(decide("Mr. Haak spoke first. Ms. Tamm did not. “The bridge is safe,” she said.").at(0).resolution.speaker ==
        "Tamm");
  auto const nobody = decide("“The bridge is safe,” she said.").at(0).resolution;
  CHECK(nobody.speaker == "");
  CHECK(nobody.reason == "nobody named before fits the pronoun");
  CHECK(decide("“The bridge is safe,” I said.").at(0).resolution.reason == "the author speaks");
}

TEST_CASE("Resolver: a role stands for whom the article calls so, and for nobody where it calls nobody so") {
  CHECK(decide("The harbour master, Ana Tamm, came. “The bridge is safe,” the harbour master said.")
            .at(0)
            .resolution.speaker == "Ana Tamm");
  auto const unnamed = decide("“The bridge is safe,” the harbour master said.").at(0).resolution;
  CHECK(unnamed.speaker == "");
  CHECK(unnamed.reason == "nobody is said to be the harbour master");
  CHECK(decide("“The bridge is safe,” an engineer said.").at(0).resolution.reason == "nobody is named");
}

TEST_CASE("Resolver: a surname is the full name, with roles and nickname as further names") {
  auto const known = decide("Engineer William “Buddy” Okafor came. “The bridge is safe,” Okafor said.");
  auto const& resolution = known.back().resolution;
  CHECK(resolution.speaker.find("Okafor") != std::string::npos);
  CHECK(resolution.speaker.find("Buddy") == std::string::npos);
  CHECK(std::ranges::find(resolution.aliases, "Buddy") != resolution.aliases.end());
}

TEST_CASE("Resolver: a spokesman speaks for the body beside him, a crowd for itself") {
  CHECK(decide("“The bridge is safe,” said a spokesman for the builder, Larkfield Homes.").at(0).resolution.speaker ==
        "Larkfield Homes");
  CHECK(decide("“Close the bridge now,” hundreds of protesters shouted.").at(0).resolution.speaker == "protesters");
}
