// SPDX-License-Identifier: MIT
// `quoth audit --compare`: what is new, changed and gone in what an editor should look at.
#include <doctest/doctest.h>

#include <string>

#include "tests/tools/audit/audit_newsroom.hpp"

namespace {

constexpr char const* settled = "“We will not raise the ferry fare this year,” Ana Ruud said.";
constexpr char const* misattributed = "“The waiting room is in the budget for next year,” Karin Berg said.";
constexpr char const* altered = "“The waiting room is in the plan for next year,” Ana Ruud said.";

}  // namespace

TEST_CASE("two audits compared: what is new, changed, gone and as before") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("one", misattributed) + article_line("two", altered) +
                                article_line("three", misattributed) + article_line("four", settled));
  REQUIRE(newsroom.audit("a.jsonl", "old") == 1);
  CHECK(newsroom.run("audit --compare old old") == 0);
  CHECK(newsroom.read("stdout") == "0 new, 0 changed, 0 gone, 3 as before\n");

  // The second was corrected, the third was put right by naming who spoke, the fourth is a new one, the first stays.
  auto const right = std::string("“The waiting room is in the budget for next year,” Ana Ruud said.");
  newsroom.write("a.jsonl", article_line("one", misattributed) + article_line("two", right) +
                                article_line("three", right) + article_line("four", altered));
  REQUIRE(newsroom.audit("a.jsonl", "new") == 1);
  CHECK(newsroom.run("audit --compare old new") == 1);
  CHECK(
      newsroom.read("stdout") ==
      "1 new, 0 changed, 2 gone, 1 as before\n"
      "new     a.jsonl, article 4, line 1: altered, before not there: “The waiting room is in the plan for next year,” "
      "(Ana Ruud)\n"
      "gone    a.jsonl, article 3, line 1: verbatim, before misattributed: “The waiting room is in the budget for next "
      "year,” (Ana Ruud)\n"
      "gone    a.jsonl, article 2, line 1: no longer there, before altered: “The waiting room is in the plan for next "
      "year,” (Ana Ruud)\n");
  CHECK(newsroom.run("audit --compare new old") == 1);
}

TEST_CASE("a changed verdict is neither new nor gone") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("one", "“The waiting room is in the plan for next year,” Ana Ruud said."));
  REQUIRE(newsroom.audit("a.jsonl", "old") == 1);
  newsroom.write("a.jsonl", article_line("one", "“The waiting room is in the plan for next year,” Karin Berg said."));
  REQUIRE(newsroom.audit("a.jsonl", "new") == 1);
  CHECK(newsroom.run("audit --compare old new") == 1);
  CHECK(newsroom.read("stdout") ==
        "0 new, 1 changed, 0 gone, 0 as before\n"
        "changed a.jsonl, line 1: not found, before altered: “The waiting room is in the plan for next year,” (Karin "
        "Berg)\n");
}

TEST_CASE("what is no audit cannot be compared") {
  AuditNewsroom newsroom;
  newsroom.write("a.jsonl", article_line("one", settled));
  REQUIRE(newsroom.audit("a.jsonl", "old") == 0);
  for (auto const* folders : {"old none", "none old"}) {
    CAPTURE(folders);
    CHECK(newsroom.run(std::string("audit --compare ") + folders) == 2);
    CHECK(newsroom.message() == "quoth: none/audit.db: no such file; name the folder of an audit that has finished\n");
  }
  CHECK(newsroom.run("audit --compare old old old") == 2);
  CHECK(newsroom.message().find("--compare OLD takes one folder more") != std::string::npos);
  newsroom.write("other/audit.db", "");
  CHECK(newsroom.run("audit --compare old other") == 2);
  CHECK(newsroom.message() == "quoth: other/audit.db: holds no results of an audit\n");
  newsroom.write("other/audit.db", "no database at all, but words\n");
  CHECK(newsroom.run("audit --compare old other") == 2);
  CHECK(newsroom.message() == "quoth: other/audit.db: is damaged; remove it and run the audit again\n");
}
