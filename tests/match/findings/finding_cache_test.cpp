// SPDX-License-Identifier: MIT
#include "match/findings/finding_cache.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "match/check/claim.hpp"
#include "tests/match/check/invented_candidates.hpp"

using namespace quoth;
using namespace quoth::match;
using namespace quoth::test;

namespace {

QuotationResult found_in(std::int64_t source, std::string message = {}) {
  QuotationResult checked;
  checked.source = source;
  checked.finding.message = std::move(message);
  return checked;
}

Claim claim_of_quill() {
  Claim claim;
  claim.segments = {"We will not raise", "the harbour tax"};
  claim.attribution.emplace();
  claim.attribution->speaker = "Ada Quill";
  claim.attribution->aliases = {"the mayor"};
  claim.attribution->confidence = 0.9;
  claim.namesakes = {"Bert Quill"};
  claim.date = "2031-03-04";
  claim.favoured = {1, 2};
  return claim;
}

}  // namespace

TEST_CASE("finding memory: gives what was put, until it is cleared") {
  FindingCache cache;
  CHECK(cache.find("tax") == nullptr);
  cache.put("tax", found_in(3));
  cache.put("mill", found_in(4));
  REQUIRE(cache.find("tax") != nullptr);
  CHECK(cache.find("tax")->source == 3);
  cache.put("tax", found_in(5));
  CHECK(cache.find("tax")->source == 5);
  cache.clear();
  CHECK(cache.find("tax") == nullptr);
  CHECK(cache.find("mill") == nullptr);
}

TEST_CASE("finding memory: forgets what was not asked for, and keeps what was") {
  FindingCache cache;
  std::string const large(FindingCache::most_bytes / 10, 'x');
  cache.put("asked", found_in(1, large));
  cache.put("not asked", found_in(2, large));
  for (int i = 0; i < 40; ++i) {
    cache.put(std::to_string(i), found_in(i, large));
    REQUIRE(cache.find("asked") != nullptr);
    CHECK(cache.find("asked")->source == 1);
  }
  CHECK(cache.find("not asked") == nullptr);
  CHECK(cache.find("0") == nullptr);
}

TEST_CASE("finding memory: whatever changes a claim changes its key") {
  using Change = std::function<void(Claim&)>;
  std::vector<Change> const changes = {
      [](Claim&) {},
      [](Claim& claim) { claim.kind = QuotationKind::partial; },
      [](Claim& claim) {
        claim.segments = {"We will not raise the", "harbour tax"};
      },
      [](Claim& claim) { claim.segments = {"We will not raise the harbour tax"}; },
      [](Claim& claim) { claim.attribution.reset(); },
      [](Claim& claim) { claim.attribution->speaker = "Bert Quill"; },
      [](Claim& claim) {
        claim.attribution->aliases = {"the mayor", "the chair"};
      },
      [](Claim& claim) { claim.attribution->confidence = 0.7; },
      [](Claim& claim) { claim.namesakes.clear(); },
      [](Claim& claim) { claim.date.clear(); },
      [](Claim& claim) { claim.article.denies = true; },
      [](Claim& claim) { claim.article.limits = true; },
      [](Claim& claim) { claim.article.asks = true; },
      [](Claim& claim) { claim.favoured = {12}; },
  };
  std::set<std::string> keys;
  for (auto const& change : changes) {
    auto claim = claim_of_quill();
    change(claim);
    keys.insert(key_of(claim));
  }
  CHECK(keys.size() == changes.size());
  CHECK(keys.contains(key_of(claim_of_quill())));
}

TEST_CASE("finding memory: a second article's quotation is not looked up again, and found the same") {
  InventedCandidates const invented;
  int asked = 0;
  FindingCache cache;
  CandidateSource const candidate_source{[&](Query const& query) {
                                           ++asked;
                                           return invented.candidate_source().candidates(query);
                                         },
                                         invented.candidate_source().coverage, &cache};
  constexpr auto words = "We will raise the harbour tax this year";
  auto const first = check_one(words, "Ada Quill", candidate_source);
  auto const asked_once = asked;
  auto const second = check_one(words, "Ada Quill", candidate_source);
  CHECK(asked == asked_once);
  CHECK(second.verdict == first.verdict);
  CHECK(second.message == first.message);
  CHECK(second.fidelity == first.fidelity);
  CHECK(classes_of(second) == classes_of(first));
  check_one(words, "Bert Quill", candidate_source);
  CHECK(asked > asked_once);
}
