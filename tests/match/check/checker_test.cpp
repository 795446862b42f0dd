// SPDX-License-Identifier: MIT
#include "quoth/checker.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <thread>

#include "quoth/error.hpp"
#include "quoth/json.hpp"
#include "tests/match/council_store.hpp"

namespace quoth {

namespace {

using test::CouncilStore;

Document article(std::string const& text) { return markdown_document("article", text); }

auto const distorted =
    article("“The bridge over the fjord will open in the autumn, and nobody will pay to cross it,” Ana Ruud said.");

}  // namespace

TEST_CASE("Checker gives each quotation with its finding") {
  CouncilStore const store;
  Checker checker({.store = store.file(), .policy = Policy::named("ap")});
  auto const checked = checker.check(distorted);
  REQUIRE(checked.size() == 1);
  for (auto const& [quotation, finding] : checked) {
    CHECK(distorted.locate(quotation).line == 1);
    CHECK(distorted.locate(quotation).column == 2);
    std::ostringstream out;
    out << finding.verdict;
    CHECK(out.str() == "distorted");
    CHECK(finding.needs_attention());
  }
}

TEST_CASE("Checker finds what came into the store after it was opened") {
  CouncilStore const store;
  auto const quoted =
      article("“We shall paint every boat in the harbour yellow before the winter comes,” Ana Ruud said.");
  Checker checker({.store = store.file()});
  CHECK(checker.check(quoted).front().finding.verdict == Verdict::not_found);
  store.ingest("harbour", "We shall paint every boat in the harbour yellow before the winter comes.");
  CHECK(checker.check(quoted).front().finding.verdict == Verdict::verbatim);
}

TEST_CASE("Checker calls speakers what the store calls them") {
  CouncilStore const store;
  auto const quoted =
      article("“The bridge over the fjord will open in the spring, and nobody will pay to cross it,” Old Annie said.");
  Checker plain({.store = store.file()});
  CHECK(plain.check(quoted).front().finding.verdict == Verdict::misattributed);
  Checker told({.store = store.file(), .speakers = {{"Old Annie", "Ana Ruud"}}});
  CHECK(told.check(quoted).front().finding.verdict == Verdict::verbatim);
}

TEST_CASE("Checker finds the same with any number of threads") {
  CouncilStore const store;
  std::string text;
  for (int i = 0; i < 12; ++i)
    text += "“The bridge number " + std::to_string(i) + " over the fjord will open in the spring,” Ana Ruud said.\n\n";
  auto const long_article = article(text);
  Checker one({.store = store.file()});
  Checker four({.store = store.file(), .threads = 4});
  CHECK(to_json(long_article, four.check(long_article)) == to_json(long_article, one.check(long_article)));
}

TEST_CASE("Checker tells a watch how far it is, and stops between two quotations where the watch says so") {
  CouncilStore const store;
  std::string text;
  for (int i = 0; i < 12; ++i)
    text += "“The bridge number " + std::to_string(i) + " over the fjord will open in the spring,” Ana Ruud said.\n\n";
  auto const long_article = article(text);
  std::size_t told = 0;
  CheckWatch watch;
  watch.tell = [&](std::size_t done, std::size_t all) {
    CHECK(all == 12);
    CHECK(done == ++told);
  };
  Checker checker({.store = store.file()});
  CHECK(to_json(long_article, checker.check(long_article, watch)) ==
        to_json(long_article, Checker({.store = store.file()}).check(long_article)));
  CHECK(told == 12);
  told = 0;
  watch.stop = [&] { return told == 3; };
  CHECK_THROWS_AS(Checker({.store = store.file()}).check(long_article, watch), Error);
  CHECK(told == 3);
}

TEST_CASE("Checker asks and tells a watch on the caller's thread alone, whoever helps") {
  CouncilStore const store;
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "“The bridge number " + std::to_string(i) + " over the fjord will open in the spring,” Ana Ruud said.\n\n";
  auto const long_article = article(text);
  auto const own = std::this_thread::get_id();
  std::size_t told = 0;
  CheckWatch watch;
  watch.tell = [&](std::size_t done, std::size_t all) {
    CHECK(std::this_thread::get_id() == own);
    CHECK(all == 40);
    CHECK(done > told);
    told = done;
  };
  watch.stop = [&] {
    CHECK(std::this_thread::get_id() == own);
    return false;
  };
  Checker checker({.store = store.file(), .threads = 4});
  CHECK(to_json(long_article, checker.check(long_article, watch)) ==
        to_json(long_article, Checker({.store = store.file()}).check(long_article)));
  CHECK(told == 40);
  watch.stop = [] { return true; };
  CHECK_THROWS_AS(Checker({.store = store.file(), .threads = 4}).check(long_article, watch), Error);
}

TEST_CASE("Checker says what is wrong with its store, and stops at a deadline") {
  CHECK_THROWS_AS(Checker({.store = "/nowhere/store.db"}), Error);
  CouncilStore const store;
  Checker checker({.store = store.file()});
  Deadline const over(Limits{.seconds = 0});
  CHECK_THROWS_AS(checker.check(distorted, over), Error);
}

TEST_CASE("mean_fidelity: of what was checked; what was not found counts with 0, what is unchecked not at all") {
  auto const found = [](Verdict verdict, double fidelity) {
    CheckedQuotation checked;
    checked.finding.verdict = verdict;
    checked.finding.fidelity = fidelity;
    return checked;
  };
  CHECK(mean_fidelity({}).checked == 0);
  CHECK_FALSE(mean_fidelity({found(Verdict::unchecked, 0)}).fidelity.has_value());
  auto const mean = mean_fidelity({found(Verdict::verbatim, 1), found(Verdict::altered, 0.5),
                                   found(Verdict::not_found, 0), found(Verdict::unchecked, 0)});
  CHECK(mean.checked == 3);
  CHECK(mean.fidelity.value() == doctest::Approx(0.5));
}

TEST_CASE("to_json gives one object on one line, with findings only where there are any") {
  CouncilStore const store;
  Checker checker({.store = store.file()});
  auto const checked = to_json(distorted, checker.check(distorted));
  CHECK(checked.starts_with(R"({"id":"article","quotations":[{"id":1,"kind":"direct","segments":[{"start":1,)"));
  CHECK(checked.find(R"("verdict":"distorted")") != std::string::npos);
  CHECK(checked.find('\n') == std::string::npos);
  auto const extracted = to_json(distorted, extract(distorted));
  CHECK(extracted.ends_with("}]}"));
  CHECK(extracted.find("verdict") == std::string::npos);
  CHECK(to_json(article("Nothing was said."), std::vector<CheckedQuotation>{}) ==
        R"({"id":"article","quotations":[],"checked":0,"fidelity":null})");
}

}  // namespace quoth
