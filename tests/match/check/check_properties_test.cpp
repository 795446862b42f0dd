// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/data_cases.hpp"
#include "tests/match/check/invented_candidates.hpp"
#include "tests/test_paths.hpp"
#include "text/words/words.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::test;

namespace {

// The sentences that the speaker of each turn says, with the speaker.
std::vector<std::pair<std::string, std::string>> sentences(InventedCandidates const& invented) {
  std::vector<std::pair<std::string, std::string>> found;
  for (auto const& candidate : invented.transcripts()) {
    for (auto const& turn : candidate.windows[0].turns) {
      std::string_view text = turn.text;
      while (!text.empty()) {
        auto const end = std::min(text.find_first_of(".?!"), text.size());
        auto const sentence = text.substr(0, end);
        auto const plain = sentence.find_first_of("()“”") == sentence.npos;
        if (plain && split_words(sentence).size() >= 6) found.emplace_back(std::string(sentence), turn.speaker);
        text.remove_prefix(std::min(end + 2, text.size()));
      }
    }
  }
  return found;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string capitals(std::string text) {
  for (auto& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

bool is_framed(Finding const& finding) { return finding.verdict == Verdict::truncated; }

// The sentence with its word `i` left out, said twice, or another word put in or for it.
std::vector<std::string> edited(std::string const& sentence, std::size_t i) {
  auto const words = split_words(sentence);
  auto const before = sentence.substr(0, words[i].first);
  auto const word = sentence.substr(words[i].first, words[i].last - words[i].first);
  auto const after = sentence.substr(words[i].last);
  return {before + after,
          before + word + " not" + after,
          before + "seventeen" + after,
          before + "[something]" + after,
          before + "…" + after,
          before + word + " gladly" + after};
}

}  // namespace

TEST_CASE("property: a passage that is only set anew is verbatim with fidelity 1") {
  InventedCandidates const invented;
  auto const candidate_source = invented.candidate_source();
  for (auto const& [each_sentence, speaker] : sentences(invented)) {
    auto const& sentence = each_sentence;
    CAPTURE(sentence);
    for (auto const& set :
         {sentence + ",", capitals(sentence), replaced(sentence, "'", "’"), replaced(sentence, ",", " —"),
          replaced(sentence, " ", "\n"), replaced(sentence, " ", "\u00A0 ")}) {
      auto const finding = check_one(set, speaker, candidate_source);
      if (is_framed(finding)) continue;
      CHECK(finding.verdict == Verdict::verbatim);
      CHECK(finding.fidelity == 1);
    }
  }
}

TEST_CASE("property: no single edit raises the fidelity") {
  InventedCandidates const invented;
  auto const candidate_source = invented.candidate_source();
  for (auto const& [sentence, speaker] : sentences(invented)) {
    auto const whole = check_one(sentence, speaker, candidate_source).fidelity;
    for (std::size_t i = 0; i < split_words(sentence).size(); ++i) {
      for (auto const& changed : edited(sentence, i)) {
        CAPTURE(changed);
        CHECK(check_one(changed, speaker, candidate_source).fidelity <= whole);
      }
    }
  }
}

TEST_CASE("property: the order of the candidates changes nothing") {
  InventedCandidates const invented;
  auto const turned = invented.reversed();
  for (auto const& line : data_lines(test_data("quotations.txt"))) {
    auto const field = fields(line);
    CAPTURE(line);
    auto const one = check_one(field[3], field[2], invented.candidate_source());
    auto const other = check_one(field[3], field[2], turned.candidate_source());
    CHECK(one.verdict == other.verdict);
    CHECK(one.message == other.message);
    CHECK(one.fidelity == other.fidelity);
    REQUIRE(one.evidence.size() == other.evidence.size());
    for (std::size_t i = 0; i < one.evidence.size(); ++i) CHECK(one.evidence[i].source == other.evidence[i].source);
  }
}

TEST_CASE("property: what is allowed costs less than anything that is not") {
  for (auto name : Policy::names()) {
    double dearest = 0;
    double cheapest = 1;
    auto const policy = Policy::named(name);
    for (auto edit_class : all_edit_classes) {
      auto const& rule = policy.rule(edit_class);
      if (rule.allowed()) {
        dearest = std::max(dearest, rule.cost);
      } else {
        cheapest = std::min(cheapest, rule.cost);
      }
    }
    CHECK(dearest < cheapest);
    CHECK(cheapest > 0.08);
  }
}
