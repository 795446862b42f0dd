// SPDX-License-Identifier: MIT
#include "match/check/finding_memory.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>

#include "match/check/claim.hpp"
#include "tests/match/check/invented_library.hpp"

using namespace quoth;
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
  FindingMemory memory;
  CHECK(memory.find("tax") == nullptr);
  memory.put("tax", found_in(3));
  memory.put("mill", found_in(4));
  REQUIRE(memory.find("tax") != nullptr);
  CHECK(memory.find("tax")->source == 3);
  memory.put("tax", found_in(5));
  CHECK(memory.find("tax")->source == 5);
  memory.clear();
  CHECK(memory.find("tax") == nullptr);
  CHECK(memory.find("mill") == nullptr);
}

TEST_CASE("finding memory: forgets what was not asked for, and keeps what was") {
  FindingMemory memory;
  std::string const large(FindingMemory::most_bytes / 10, 'x');
  memory.put("asked", found_in(1, large));
  memory.put("not asked", found_in(2, large));
  for (int i = 0; i < 40; ++i) {
    memory.put(std::to_string(i), found_in(i, large));
    REQUIRE(memory.find("asked") != nullptr);
    CHECK(memory.find("asked")->source == 1);
  }
  CHECK(memory.find("not asked") == nullptr);
  CHECK(memory.find("0") == nullptr);
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
      [](Claim& claim) { claim.negated = true; },
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
  InventedLibrary const invented;
  int asked = 0;
  FindingMemory memory;
  Library const library{[&](Query const& query) {
                          ++asked;
                          return invented.library().candidates(query);
                        },
                        invented.library().coverage, &memory};
  constexpr auto words = "We will raise the harbour tax this year";
  auto const first = check_one(words, "Ada Quill", library);
  auto const asked_once = asked;
  auto const second = check_one(words, "Ada Quill", library);
  CHECK(asked == asked_once);
  CHECK(second.verdict == first.verdict);
  CHECK(second.message == first.message);
  CHECK(second.fidelity == first.fidelity);
  CHECK(classes_of(second) == classes_of(first));
  check_one(words, "Bert Quill", library);
  CHECK(asked > asked_once);
}
