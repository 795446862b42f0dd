// SPDX-License-Identifier: MIT
// A sample of an audit's findings that people judge, and what comes of it.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/tools/audit/audit_newsroom.hpp"

namespace {

using Cells = std::vector<std::string>;

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

// An audit of so many articles, with as many verbatim and misattributed quotations and ones that were not found.
void audit(AuditNewsroom& newsroom, std::size_t articles) {
  newsroom.write("a.jsonl", article_lines(articles));
  REQUIRE(newsroom.audit("a.jsonl --coverage complete") == 1);
}

// The sample with the column `judged` filled in: a row for each of its findings.
std::string filled(AuditNewsroom const& newsroom, std::vector<std::string> const& judgements) {
  std::string table = "finding,judged\n";
  auto const keys = newsroom.column("out/sample.csv", "finding");
  for (std::size_t i = 0; i < keys.size(); ++i) table += keys[i] + "," + judgements.at(i % judgements.size()) + "\n";
  return table;
}

std::size_t count_of(Cells const& cells, std::string const& one) {
  return static_cast<std::size_t>(std::ranges::count(cells, one));
}

}  // namespace

TEST_CASE("a sample is drawn from each verdict, and the same seed draws the same") {
  AuditNewsroom newsroom;
  audit(newsroom, 40);
  REQUIRE(newsroom.run("audit --sample 30 --seed 7 out") == 0);
  CHECK(newsroom.message() == "30 findings to judge: fill in out/sample.csv, beside out/sample.html\n");
  auto const verdicts = newsroom.column("out/sample.csv", "verdict");
  CHECK(count_of(verdicts, "verbatim") == 10);
  CHECK(count_of(verdicts, "misattributed") == 10);
  CHECK(count_of(verdicts, "not_found") == 10);
  CHECK(count_of(newsroom.column("out/sample.csv", "judged"), "") == 30);
  auto const first = newsroom.read("out/sample.csv") + newsroom.read("out/sample.html");
  REQUIRE(newsroom.run("audit --sample 30 --seed 7 out") == 0);
  CHECK(newsroom.read("out/sample.csv") + newsroom.read("out/sample.html") == first);
  std::filesystem::remove(newsroom.path("out/sample.csv"));
  REQUIRE(newsroom.run("audit --sample 30 --seed 8 out") == 0);
  CHECK(newsroom.read("out/sample.csv") + newsroom.read("out/sample.html") != first);
}

TEST_CASE("what a small verdict cannot fill goes to the others, and no finding is drawn twice") {
  AuditNewsroom newsroom;
  newsroom.write("b.jsonl", article_line("b", "“We will raise the ferry fare this year,” Ana Ruud said."));
  newsroom.write("a.jsonl", article_lines(8));
  REQUIRE(newsroom.audit("a.jsonl b.jsonl --coverage complete") == 1);
  REQUIRE(newsroom.run("audit --sample 100 out") == 0);
  auto keys = newsroom.column("out/sample.csv", "finding");
  CHECK(keys.size() == 25);
  std::ranges::sort(keys);
  CHECK(std::ranges::adjacent_find(keys) == keys.end());
  std::filesystem::remove(newsroom.path("out/sample.csv"));
  REQUIRE(newsroom.run("audit --sample 10 out") == 0);
  auto const verdicts = newsroom.column("out/sample.csv", "verdict");
  CHECK(verdicts.size() == 10);
  CHECK(count_of(verdicts, "distorted") == 1);
  CHECK(count_of(verdicts, "verbatim") == 3);
}

TEST_CASE("the page of a sample has the evidence, in the order of the table") {
  AuditNewsroom newsroom;
  audit(newsroom, 3);
  REQUIRE(newsroom.run("audit --sample 9 out") == 0);
  auto const page = newsroom.read("out/sample.html");
  CHECK(has(page, "<td>misattributed</td><td class=\"count\">3</td><td class=\"count\">3</td>"));
  std::size_t at = 0;
  auto const printed = newsroom.column("out/sample.csv", "printed");
  for (std::size_t i = 0; i < printed.size(); ++i) {
    at = page.find("<b class=\"drawn\">" + std::to_string(i + 1) + "</b>", at);
    REQUIRE(at != std::string::npos);
    CHECK(has(page.substr(at, 600), printed[i]));
  }
}

TEST_CASE("a sample that may be filled in is not overwritten") {
  AuditNewsroom newsroom;
  audit(newsroom, 3);
  REQUIRE(newsroom.run("audit --sample 5 out") == 0);
  newsroom.write("out/sample.csv", "finding,judged\n");
  CHECK(newsroom.run("audit --sample 5 out") == 2);
  CHECK(has(newsroom.message(), "out/sample.csv: is another sample, which may be filled in; move it, or remove it"));
  CHECK(newsroom.read("out/sample.csv") == "finding,judged\n");
}

TEST_CASE("a sample that was judged tells each verdict's precision") {
  AuditNewsroom newsroom;
  audit(newsroom, 4);
  REQUIRE(newsroom.run("audit --sample 12 out") == 0);
  newsroom.write("judged.csv", filled(newsroom, {" Right "}));
  REQUIRE(newsroom.run("audit --judged judged.csv out") == 0);
  CHECK(
      has(newsroom.read("stdout"), "misattributed           4      4      0       0     0  100 %      51 to 100 %\n"));
  auto const json = nlohmann::json::parse(newsroom.read("out/precision.json"));
  CHECK(json["strata"].size() == 3);
  CHECK(json["strata"][0]["stratum"] == "verbatim");
  CHECK(json["strata"][0]["right"] == 4);
  CHECK(json["strata"][0]["low"] == 0.5101);
  CHECK(has(newsroom.read("out/summary.html"), "<h2>Precision</h2>"));
  CHECK(has(newsroom.read("out/summary.html"), "<td class=\"count\">51 to 100 %</td>"));

  newsroom.write("judged.csv", filled(newsroom, {"right", "wrong", "unsure", ""}));
  REQUIRE(newsroom.run("audit --judged judged.csv out") == 0);
  auto const mixed = nlohmann::json::parse(newsroom.read("out/precision.json"));
  std::size_t right = 0;
  std::size_t open = 0;
  for (auto const& one : mixed["strata"]) {
    right += one["right"].get<std::size_t>();
    open += one["open"].get<std::size_t>();
  }
  CHECK(right == 3);
  CHECK(open == 3);
}

TEST_CASE("an audit of a stranger whose numbers are none is told like any other") {
  AuditNewsroom newsroom;
  audit(newsroom, 2);
  REQUIRE(newsroom.run("audit --sample 2 out") == 0);
  newsroom.write("judged.csv", filled(newsroom, {"right"}));
  for (auto const* fidelity : {"-5", "1e300", "-9e999", "NULL"}) {
    CAPTURE(std::string(fidelity));
    SQLite::Database(newsroom.path("out/audit.db").string(), SQLite::OPEN_READWRITE)
        .exec(std::string("UPDATE verdicts SET fidelity = ") + fidelity);
    CHECK(newsroom.run("audit --judged judged.csv out") == 0);
    CHECK(newsroom.message() == "");
  }
}

TEST_CASE("rows that cannot be understood are named by file and line") {
  AuditNewsroom newsroom;
  audit(newsroom, 2);
  REQUIRE(newsroom.run("audit --sample 2 out") == 0);
  auto const key = newsroom.column("out/sample.csv", "finding").front();
  auto const fault = [&](std::string const& table) {
    newsroom.write("judged.csv", table);
    CHECK(newsroom.run("audit --judged judged.csv out") == 2);
    CHECK(std::ranges::count(newsroom.message(), '\n') == 1);
    return newsroom.message();
  };
  CHECK(has(fault("finding,judged\n" + key + ",maybe\n"), "judged.csv:2: \"maybe\" is no judgement; write right"));
  CHECK(has(fault("finding,judged\n\n" + key + ",right\n" + key + ",wrong\n"), "judged.csv:4: "));
  CHECK(has(fault("finding,judged\nq1-00000000,right\n"), "judged.csv:2: \"q1-00000000\" is no finding of this audit"));
  CHECK(has(fault("finding,judged\nq99999999999999999999-x\x1B[31m,right\n"), "judged.csv:2: "));
  CHECK(has(fault("finding,verdict\n" + key + ",right\n"), "judged.csv:1: has no column \"judged\""));
  CHECK(has(fault("finding,judged\n\"" + key), "judged.csv:2: the quoted cell has no end"));
  CHECK(has(fault("finding,judged\n"), "judged.csv: has no rows"));
  CHECK(has(fault(std::string("\xFF\xFE"
                              "f\0",
                              4)),
            "judged.csv: is UTF-16"));
  CHECK(newsroom.run("audit --judged none.csv out") == 2);
  CHECK(newsroom.run("audit --judged judged.csv nowhere") == 2);
  CHECK(newsroom.run("audit --sample 5 nowhere") == 2);
  CHECK(has(newsroom.message(), "nowhere: holds no finished audit; run `quoth audit` first"));
  CHECK(newsroom.run("audit --sample 0 out") == 2);
}

TEST_CASE("a sample of an audit that was run again with other results is refused") {
  AuditNewsroom newsroom;
  audit(newsroom, 2);
  REQUIRE(newsroom.run("audit --sample 6 out") == 0);
  newsroom.write("judged.csv", filled(newsroom, {"right"}));
  newsroom.write("a.jsonl", article_lines(1, "other"));
  REQUIRE(newsroom.audit("a.jsonl --coverage complete") == 1);
  CHECK(newsroom.run("audit --judged judged.csv out") == 2);
  CHECK(has(newsroom.message(), "draw a new sample if it was run again"));
}
