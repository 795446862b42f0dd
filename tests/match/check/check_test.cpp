// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/match/check/invented_candidates.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

bool mentions(std::string const& text, std::string_view words) { return text.find(words) != text.npos; }

Candidate numbered(Candidate candidate, std::int64_t number, std::string id) {
  candidate.source.number = number;
  candidate.source.id = std::move(id);
  return candidate;
}

}  // namespace

TEST_CASE("check: a headline is no source's speech") {
  auto const document = plain_document("article", U"“Harbour tax to rise”");
  Quotation quotation;
  quotation.kind = QuotationKind::headline;
  quotation.segments = {{1, 20}};
  InventedCandidates const invented;
  auto const findings = check(document, {quotation}, invented.candidate_source(), Policy());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].verdict == Verdict::unchecked);
  CHECK(mentions(findings[0].message, "headline"));
}

TEST_CASE("check: unchecked says what is missing") {
  InventedCandidates const invented;
  auto const candidate_source = invented.candidate_source();
  constexpr auto words = "The board has asked three surveyors to look into the price of the northern meadow.";
  CHECK(mentions(check_one(words, "Greta Immel", candidate_source).message, "nothing of Greta Immel"));
  CHECK(mentions(check_one(words, "", candidate_source).message, "no speaker"));
  auto const early = check_one(words, "Ada Quill", candidate_source, Policy(), "2024-01-01");
  CHECK(early.verdict == Verdict::unchecked);
  CHECK(mentions(early.message, "2031-03-04"));
  CHECK(check_one(words, "Ada Quill", candidate_source, Policy(), "2031-04-01").verdict == Verdict::not_found);
}

TEST_CASE("check: without a known speaker only the words are judged") {
  InventedCandidates const invented;
  CHECK(check_one("We will not raise the harbour tax this year", "", invented.candidate_source()).verdict ==
        Verdict::verbatim);
}

TEST_CASE("check: a name is a person, not a string") {
  InventedCandidates const invented;
  for (auto name : {"Ada Quill", "Ms. Quill", "Quill", "A. Quill", "Ada M. Quill"}) {
    CAPTURE(name);
    CHECK(check_one("We will not raise the harbour tax this year", name, invented.candidate_source()).verdict ==
          Verdict::verbatim);
  }
}

TEST_CASE("check: the evidence names source, speaker and turn") {
  InventedCandidates const invented;
  auto const finding = check_one("Nobody in this town gave up", "Ada Quill", invented.candidate_source());
  REQUIRE(finding.evidence.size() == 1);
  auto const& evidence = finding.evidence[0];
  CHECK(evidence.source == "harbour-hearing");
  CHECK(evidence.date == "2031-03-04");
  CHECK(evidence.speaker == "Ada Quill");
  CHECK(evidence.utterance == 1);
  CHECK(evidence.text == "nobody in this town gave up,");
  CHECK(evidence.before.ends_with("(Laughter.) But "));
  CHECK(evidence.after == " and I'm proud of that.");
}

TEST_CASE("check: words in two sources are shown from both") {
  InventedCandidates const invented;
  auto const finding = check_one("We built it with our own hands.", "Ada Quill", invented.candidate_source());
  CHECK(finding.verdict == Verdict::verbatim);
  REQUIRE(finding.evidence.size() == 2);
  CHECK(mentions(finding.message, "1 other source"));
}

TEST_CASE("check: as prepared or as delivered, what fits is the evidence") {
  InventedCandidates const invented;
  auto const prepared = check_one("It will shine for every sailor on this coast, and for those who did not come home.",
                                  "Ada Quill", invented.candidate_source());
  CHECK(prepared.verdict == Verdict::verbatim);
  CHECK(prepared.evidence.at(0).source == "lighthouse-prepared");
  auto const delivered =
      check_one("Tonight we light the old lamp again, my friends.", "Ada Quill", invented.candidate_source());
  CHECK(delivered.verdict == Verdict::verbatim);
  CHECK(delivered.evidence.at(0).source == "lighthouse-delivered");
}

TEST_CASE("check: a difference from a machine's transcript asks for the recording") {
  InventedCandidates const invented;
  auto const heard = check_one("Our new ferry is ahead of schedule, and it will carry 200 cars a day.", "Bram Tolle",
                               invented.candidate_source());
  CHECK(heard.verdict == Verdict::unconfirmed);
  CHECK(mentions(heard.message, "a machine heard it so, check the recording"));
  auto const changed =
      check_one("The crew has trained for this since August.", "Bram Tolle", invented.candidate_source());
  CHECK(mentions(changed.message, "check the recording"));
}

TEST_CASE("check: the claimed speaker's own version goes before another's exact words") {
  auto const own =
      numbered(one_turn("We shall certainly rebuild the old bridge before winter.", "Ada Quill"), 1, "own");
  auto const other = numbered(one_turn("We shall rebuild the old bridge before winter.", "Piet Ostrow"), 2, "other");
  InventedCandidates const invented({own, other});
  auto const finding =
      check_one("We shall rebuild the old bridge before winter.", "Ada Quill", invented.candidate_source());
  CHECK(finding.verdict == Verdict::altered);
  CHECK(finding.evidence.at(0).source == "own");
}

TEST_CASE("check: a clip in another programme does not take the words from who said them") {
  constexpr auto words = "The tide will take this wall before the year is out.";
  auto const hearing = numbered(one_turn(words), 1, "hearing");
  auto programme =
      numbered(one_turn(std::string("Good evening. ") + words + " That was last week.", "Greta Immel"), 2, "programme");
  programme.source.date = "2031-03-05";
  InventedCandidates const both({programme, hearing});
  auto const finding = check_one(words, "Ada Quill", both.candidate_source(), Policy(), "2031-03-05");
  CHECK(finding.verdict == Verdict::verbatim);
  CHECK(finding.evidence.at(0).source == "hearing");
  InventedCandidates const clip({programme});
  CHECK(check_one(words, "Ada Quill", clip.candidate_source()).verdict == Verdict::misattributed);
  programme.windows[0].turns[0].speaker = programme.windows[0].turns[0].label = "UNIDENTIFIED MALE";
  InventedCandidates const unnamed({programme});
  CHECK(check_one(words, "Ada Quill", unnamed.candidate_source()).verdict == Verdict::verbatim);
}

TEST_CASE("check: of places with other words the one that keeps the meaning is the match") {
  auto const changed = numbered(one_turn("The board might close the lower gate before the winter."), 1, "changed");
  auto const kept = numbered(one_turn("The old board will close the lower gate before the winter."), 2, "kept");
  InventedCandidates const invented({changed, kept});
  auto const finding =
      check_one("The board will close the lower gate before the winter.", "Ada Quill", invented.candidate_source());
  CHECK(finding.verdict == Verdict::altered);
  CHECK(finding.evidence.at(0).source == "kept");
}

TEST_CASE("check: of what somebody else said, a source in which the claimed speaker takes part comes first") {
  constexpr auto words = "The upper mill has never paid its share of the water rate.";
  auto const alone = numbered(one_turn(words, "Piet Ostrow"), 1, "alone");
  auto together =
      numbered(one_turn(std::string(words) + " Thank you for that, and good night.", "Piet Ostrow"), 2, "together");
  together.has_speaker = true;
  InventedCandidates const invented({alone, together});
  auto const finding = check_one(words, "Ada Quill", invented.candidate_source());
  CHECK(finding.verdict == Verdict::misattributed);
  CHECK(finding.evidence.at(0).source == "together");
}

TEST_CASE("check: parts from two sources are spliced") {
  auto const one = numbered(one_turn("The new bridge will carry forty thousand carts a year."), 1, "one");
  auto const two = numbered(one_turn("Every village on the river paid its share of the work."), 2, "two");
  InventedCandidates const invented({one, two});
  auto const finding = check_one(
      "The new bridge will carry forty thousand carts a year. Every village on the river paid its share of the work.",
      "Ada Quill", invented.candidate_source());
  CHECK(finding.verdict == Verdict::spliced);
  CHECK(finding.evidence.size() == 2);
}

TEST_CASE("check: passages run together are told of in one sentence") {
  InventedCandidates const invented;
  auto const finding = check_one("We will not raise the harbour tax this year. Children learn to swim here.",
                                 "Ada Quill", invented.candidate_source());
  CHECK(finding.verdict == Verdict::spliced);
  CAPTURE(finding.message);
  CHECK(finding.message.starts_with("another speaker's turn left out without a mark: the source has “"));
}

TEST_CASE("check: whole words only") {
  InventedCandidates const invented({one_turn("The laws of the river are older than the town.")});
  CHECK(check_one("The law of the river are older than the town", "Ada Quill", invented.candidate_source()).verdict ==
        Verdict::altered);
}

TEST_CASE("check: somebody else's words are misattributed where the article names the speaker expressly") {
  InventedCandidates const invented;
  auto const document = plain_document("article", U"“We will keep the ferry running until midnight,”");
  Quotation quotation;
  quotation.segments = {{1, 47}};
  quotation.attribution = Attribution{};
  quotation.attribution->speaker = "Piet Ostrow";
  quotation.attribution->tagged = true;
  auto const finding_with = [&](Naming naming, double confidence) {
    quotation.attribution->naming = naming;
    quotation.attribution->confidence = confidence;
    return check(document, {quotation}, invented.candidate_source(), Policy()).at(0);
  };
  auto const sure = finding_with(Naming::name, 0.98);
  CHECK(sure.verdict == Verdict::misattributed);
  CHECK(sure.speaker_checked == SpeakerChecked::different);
  CHECK(sure.message == "said by Ada Quill, not by Piet Ostrow");
  for (auto const& open : {finding_with(Naming::name, 0.4), finding_with(Naming::noun, 0.98)}) {
    CHECK(open.verdict == Verdict::verbatim);
    CHECK(open.speaker_checked == SpeakerChecked::open);
    CHECK(open.message == "word for word; said by Ada Quill: whom the article means is open");
  }
}

TEST_CASE("check: the source settles whom a pronoun means") {
  InventedCandidates const invented;
  auto const document = plain_document("article", U"“We will keep the ferry running until midnight,”");
  Quotation quotation;
  quotation.segments = {{1, 47}};
  quotation.attribution = Attribution{};
  auto& attribution = *quotation.attribution;
  attribution.speaker = "Piet Ostrow";
  attribution.naming = Naming::pronoun;
  attribution.tagged = true;
  attribution.confidence = 0.98;
  auto const finding_beside = [&](double probability) {
    attribution.candidates = {{"Piet Ostrow", {}, 1 - probability}, {"Ada Quill", {}, probability}};
    return check(document, {quotation}, invented.candidate_source(), Policy()).at(0);
  };
  auto const settled = finding_beside(0.03);
  CHECK(settled.verdict == Verdict::verbatim);
  CHECK(settled.speaker_checked == SpeakerChecked::same);
  CHECK(settled.settled_speaker == "Ada Quill");
  CHECK(finding_beside(0.001).verdict == Verdict::misattributed);
}

TEST_CASE("check: a surname that two speakers of the article bear misattributes to neither") {
  InventedCandidates const invented(
      {numbered(one_turn("The weir will be mended before the first snow falls.", "Ada Quill"), 1, "ada"),
       numbered(one_turn("My sister has never mended a weir in her whole life.", "Bert Quill"), 2, "bert")});
  auto const document = plain_document(
      "article",
      U"“The weir will be mended before the first snow falls,” Quill said. “My sister has never mended a weir in her "
      U"whole life,” Ada Quill said.");
  Quotation first;
  first.segments = {{1, 53}};
  first.attribution = Attribution{};
  first.attribution->speaker = "Bert Quill";
  first.attribution->naming = Naming::name;
  first.attribution->tagged = true;
  first.attribution->mention = Span{55, 60};
  first.attribution->confidence = 0.95;
  REQUIRE(document.utf8(*first.attribution->mention) == "Quill");
  Quotation second;
  second.segments = {{68, 120}};
  second.attribution = first.attribution;
  second.attribution->speaker = "Ada Quill";
  second.attribution->mention = Span{122, 131};
  REQUIRE(document.utf8(*second.attribution->mention) == "Ada Quill");
  auto const findings = check(document, {first, second}, invented.candidate_source(), Policy());
  CHECK(findings.at(0).verdict == Verdict::verbatim);
  CHECK(mentions(findings.at(0).message, "the name may mean Ada Quill or Bert Quill"));
  CHECK(findings.at(0).confidence < 0.9);
  CHECK(findings.at(1).verdict == Verdict::misattributed);
  CHECK(check(document, {first}, invented.candidate_source(), Policy()).at(0).verdict == Verdict::misattributed);
}

TEST_CASE("check: the sources of the other quotations decide between equals") {
  auto const said = [](std::string id, std::int64_t number, std::string text) {
    return numbered(one_turn(std::move(text)), number, std::move(id));
  };
  constexpr auto shared = "The northern meadow belongs to every child who was born in this town.";
  InventedCandidates const invented(
      {said("first", 1, shared),
       said("second", 2, std::string(shared) + " Nobody has ever paid a toll on the willow bridge in my time.")});
  auto const document = plain_document(
      "article",
      U"“The northern meadow belongs to every child who was born in this town.” “Nobody has ever paid a toll on the "
      U"willow bridge in my time.”");
  Quotation ambiguous;
  ambiguous.segments = {{1, 70}};
  Quotation plain;
  plain.segments = {{73, 134}};
  auto const alone = check(document, {ambiguous}, invented.candidate_source(), Policy());
  REQUIRE(alone.at(0).evidence.size() == 2);
  CHECK(alone.at(0).evidence[0].source == "first");
  auto const findings = check(document, {ambiguous, plain}, invented.candidate_source(), Policy());
  REQUIRE(findings.at(0).evidence.size() == 2);
  CHECK(findings.at(0).evidence[0].source == "second");
  CHECK(findings.at(0).verdict == Verdict::verbatim);
}

TEST_CASE("check: a negation in the article's own sentence is not cut away") {
  auto const text = std::u32string(U"She would not “raise the harbour tax this year,” she said.");
  Quotation quotation;
  quotation.kind = QuotationKind::partial;
  quotation.segments = {{15, 45}};
  quotation.attribution = Attribution{};
  quotation.attribution->speaker = "Ada Quill";
  auto const document = plain_document("article", text);
  REQUIRE(document.utf8(quotation.segments[0]) == "raise the harbour tax this yea");
  quotation.segments = {{15, 47}};
  InventedCandidates const invented;
  CHECK(check(document, {quotation}, invented.candidate_source(), Policy()).at(0).verdict == Verdict::verbatim);
}

TEST_CASE("check: a quotation of a megabyte takes no longer than its beginning") {
  std::string words;
  while (words.size() < 1'000'000) words += "again and again the harbour ";
  std::string spoken;
  while (spoken.size() < 100'000) spoken += "again and again the harbour and ";
  InventedCandidates const invented({one_turn(spoken)});
  auto const finding = check_one(words, "Ada Quill", invented.candidate_source());
  CHECK(finding.fidelity <= 1);
}

TEST_CASE("check: one finding for each quotation, in order") {
  InventedCandidates const invented;
  auto const document = plain_document("article", U"“tiny” “We will not raise the harbour tax this year”");
  Quotation first;
  first.segments = {{1, 5}};
  Quotation second;
  second.segments = {{8, 51}};
  auto const findings = check(document, {first, second}, invented.candidate_source(), Policy());
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].verdict == Verdict::unchecked);
  CHECK(findings[1].verdict == Verdict::verbatim);
}

TEST_CASE("check: words that stand free somewhere are not judged by where they are denied") {
  InventedCandidates const invented({one_turn("There is no common ground here. We do seek common ground with them.")});
  CHECK(check_one("common ground", "Ada Quill", invented.candidate_source()).verdict == Verdict::verbatim);
}

TEST_CASE("check: typography and capitals are verbatim, unless a policy says otherwise") {
  InventedCandidates const invented;
  constexpr auto set_anew =
      "We will not raise the Harbour Tax this year — and we will keep the ferry running until midnight.";
  auto const strict = check_one(set_anew, "Ada Quill", invented.candidate_source(), Policy::named("strict"));
  CHECK(strict.verdict == Verdict::verbatim);
  CHECK(strict.fidelity == 1);
  CHECK(strict.message == "word for word");
  CHECK(classes_of(strict) == "capitals,typography");
  auto const mine = Policy::parse("capitals altered 0.1", "mine.policy");
  auto const weighed = check_one(set_anew, "Ada Quill", invented.candidate_source(), mine);
  CHECK(weighed.verdict == Verdict::altered);
  CHECK(weighed.message.starts_with("“Harbour Tax” stands for “harbour tax”"));
}
