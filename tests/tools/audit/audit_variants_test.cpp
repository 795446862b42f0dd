// SPDX-License-Identifier: MIT
// One passage as several articles print it, and who altered it first.
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

std::string line(std::string const& outlet, std::string const& date, std::string const& words) {
  return nlohmann::json{{"id", outlet + "/" + date},
                        {"outlet", outlet},
                        {"date", date},
                        {"text", "“" + words + "” Ana Ruud said."}}
             .dump() +
         "\n";
}

constexpr char const* as_said = "The waiting room is in the budget for next year,";
constexpr char const* altered = "The waiting room is in the plan for next year,";

// The budget becomes a plan in the Bay Post, and two outlets have the plan later, one of them in fewer words.
void write_archive(AuditNewsroom const& newsroom) {
  newsroom.write("a.jsonl", line("Isle News", "2031-05-15", altered) +
                                line("Skerry", "2031-05-16", "is in the plan for next year,") +
                                line("Harbour", "2031-05-13", as_said) + line("Bay Post", "2031-05-14", altered) +
                                line("Harbour", "2031-05-17", "We will not raise the ferry fare this year,"));
}

}  // namespace

TEST_CASE("variants: a passage as printed in each, by date, and who altered it first") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.column("out/variants.csv", "outlet") == Cells{"Harbour", "Bay Post", "Isle News", "Skerry"});
  CHECK(newsroom.column("out/variants.csv", "altered") == Cells{"", "first", "later", "later"});
  CHECK(newsroom.column("out/variants.csv", "first_outlet") == Cells{"", "Bay Post", "Bay Post", "Bay Post"});
  CHECK(newsroom.column("out/variants.csv", "alterations")[3] == "“plan” for “budget”");
  CHECK(newsroom.column("out/variants.csv", "passage") == Cells(4, "1"));
  auto const json = nlohmann::json::parse(newsroom.read("out/variants.jsonl"));
  CHECK(json["said_by"] == "Ana Ruud");
  CHECK(json["said"] == "The waiting room is in the budget for next year.");
  CHECK(json["printings"].size() == 4);
  CHECK(json["printings"][1]["outlet"] == "Bay Post");
  CHECK(json["printings"][1]["alterations"] == nlohmann::json::array({1}));
  CHECK(json["alterations"][0]["printed"] == "plan");
  CHECK(json["alterations"][0]["said"] == "budget");
  CHECK(json["alterations"][0]["first"] == nlohmann::json::array({2}));
  CHECK(json["alterations"][0]["later"] == nlohmann::json::array({3, 4}));
}

TEST_CASE("variants: the page is linked from the summary, and links to the findings") {
  AuditNewsroom newsroom;
  write_archive(newsroom);
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK(has(newsroom.read("out/summary.html"), "<a href=\"pages/variants-1.html#v1\">“The waiting room"));
  CHECK(has(newsroom.read("out/summary.html"), "<td>Bay Post, 2031-05-14</td>"));
  auto const page = newsroom.read("out/pages/variants-1.html");
  CHECK(has(page, "4 printings in 4 articles, 3 with other words."));
  CHECK(has(page,
            "<b>“plan” for “budget”</b> (content-word): first Bay Post, 2031-05-14; later Isle News, "
            "2031-05-15; Skerry, 2031-05-16</li>"));
  CHECK(has(page, "in the <mark>plan</mark> for next year"));
}

TEST_CASE("variants: several of the first day are named together, and what is undated is first of nothing") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", line("Isle News", "2031-05-14", altered) + line("Bay Post", "2031-05-14", altered) +
                                line("Skerry", "", altered));
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.column("out/variants.csv", "altered") == Cells{"same day", "same day", "undated"});
  CHECK(has(newsroom.read("out/pages/variants-1.html"), "first, on the same day, Isle News, 2031-05-14; Bay Post"));
}

TEST_CASE("variants: what one article prints, or nobody alters, is none") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", line("Isle News", "2031-05-14", as_said) + line("Bay Post", "2031-05-14", as_said) +
                                line("Skerry", "2031-05-14", "We will raise the ferry fare this year,"));
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.column("out/variants.csv", "passage").empty());
  CHECK(newsroom.read("out/variants.jsonl").empty());
  CHECK_FALSE(std::filesystem::exists(newsroom.path("out/pages/variants-1.html")));
  CHECK(has(newsroom.read("out/summary.html"), "No passage was altered that several articles print."));
}

TEST_CASE("variants: pages and lists stay short, the table has all") {
  AuditNewsroom newsroom;
  std::string lines;
  for (int i = 0; i < 60; ++i) lines += line("Outlet " + std::to_string(i), "2031-06-01", altered);
  newsroom.write("a.jsonl", lines);
  REQUIRE(newsroom.audit("a.jsonl") == 1);
  CHECK(newsroom.column("out/variants.csv", "passage").size() == 60);
  auto const page = newsroom.read("out/pages/variants-1.html");
  CHECK(has(page, "; and 52 more"));
  CHECK(has(page, "40 more printings are in variants.csv, of passage 1."));
}
