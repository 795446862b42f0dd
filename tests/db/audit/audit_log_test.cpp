// SPDX-License-Identifier: MIT
#include "db/audit/audit_log.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "quoth/error.hpp"
#include "tests/db/store_fixture.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;

namespace {

AuditArticle article(std::uint64_t number, std::string digest) {
  AuditArticle made;
  made.number = number;
  made.path = "wire.jsonl";
  made.id = "a" + std::to_string(number);
  made.digest = std::move(digest);
  return made;
}

AuditResult result(std::string store, bool settled) { return {std::move(store), settled, {0.4, 0.9}, "{}"}; }

}  // namespace

TEST_CASE("AuditLog: a result holds for its store, and settled ones for a store that has grown from it") {
  Folder folder;
  auto const file = folder / "work.db";
  {
    AuditLog log(file);
    log.begin_run({"v1", {10, 20}});
    auto const settled = result("v1", true);
    auto const open = result("v1", false);
    log.add(article(1, "settled"), &settled);
    log.add(article(2, "open"), &open);
    log.commit();
    CHECK(log.find("settled").has_value());
    CHECK(log.find("open")->seen == std::vector<double>{0.4, 0.9});
    CHECK_FALSE(log.find("never seen").has_value());
  }
  struct Case {
    StoreContents store;
    bool settled_holds;
    bool open_holds;
  };
  for (auto const& one : {Case{{"v1", {10, 20}}, true, true}, Case{{"v2", {10, 15, 20}}, true, false},
                          Case{{"v3", {10, 30}}, false, false}, Case{{"v4", {}}, false, false}}) {
    CAPTURE(one.store.version);
    AuditLog log(file);
    log.begin_run(one.store);
    CHECK(log.find("settled").has_value() == one.settled_holds);
    CHECK(log.find("open").has_value() == one.open_holds);
  }
}

TEST_CASE("AuditLog: a run lists its own articles, in the order of the archive, with the results of earlier runs") {
  Folder folder;
  AuditLog log(folder / "work.db");
  log.begin_run({"v1", {1}});
  auto const first = result("v1", true);
  log.add(article(3, "c"), &first);
  log.add(article(1, "a"), &first);
  log.finish_run({});
  log.begin_run({"v1", {1}});
  auto broken = article(2, "b");
  broken.error = "is empty";
  log.add(article(3, "c"), nullptr);
  log.add(broken, nullptr);
  log.commit();
  std::string listed;
  log.each([&](AuditArticle const& one, AuditResult const& its) {
    listed += std::to_string(one.number) + one.error + "=" + its.body + " ";
  });
  CHECK(listed == "2is empty= 3={} ");
  CHECK(log.find("a").has_value());
  log.finish_run({});
  CHECK_FALSE(log.find("a").has_value());  // no article of this run has it
  CHECK(log.find("c").has_value());
}

TEST_CASE("AuditLog: an article is listed with all that was added of it") {
  Folder folder;
  AuditLog log(folder / "work.db");
  log.begin_run({"v1", {1}});
  AuditArticle const added{7,         2,         "wire.jsonl", "a2", "The new ferry", "2031-02-05", "Bay Post",
                           "Liv Aas", "Harbour", "d",          ""};
  auto const its_result = result("v1", true);
  log.add(added, &its_result);
  log.commit();
  log.each([&](AuditArticle const& one, AuditResult const& its) {
    CHECK(one.file == 7);
    CHECK(one.number == 2);
    CHECK(one.path == "wire.jsonl");
    CHECK(one.id == "a2");
    CHECK(one.title == "The new ferry");
    CHECK(one.date == "2031-02-05");
    CHECK(one.outlet == "Bay Post");
    CHECK(one.author == "Liv Aas");
    CHECK(one.section == "Harbour");
    CHECK(one.digest == "d");
    CHECK(one.error.empty());
    CHECK(its.store == "v1");
  });
}

TEST_CASE("AuditLog: a file of another kind, a link and a second audit are refused") {
  Folder folder;
  std::ofstream(folder / "text.db") << "no database at all, but long enough to be looked at as one";
  CHECK_THROWS_AS(AuditLog(folder / "text.db"), Error);
  { auto store = Store::open_writable(folder / "store.db"); }
  CHECK_THROWS_WITH_AS(AuditLog(folder / "store.db"), doctest::Contains("no work file"), Error);
  std::filesystem::create_symlink("elsewhere.db", folder / "link.db");
  CHECK_THROWS_WITH_AS(AuditLog(folder / "link.db"), doctest::Contains("link"), Error);
  AuditLog const open(folder / "work.db");
  CHECK_THROWS_AS(AuditLog(folder / "work.db"), Error);
}

TEST_CASE("AuditLog: the results of an older quoth are dropped, the file of a newer one is refused") {
  Folder folder;
  {
    AuditLog log(folder / "work.db");
    CHECK_FALSE(log.was_outdated());
    log.begin_run({"v1", {1}});
    auto const first = result("v1", true);
    log.add(article(1, "a"), &first);
    log.finish_run({});
  }
  auto const change = [&](char const* sql) {
    SQLite::Database((folder / "work.db").string(), SQLite::OPEN_READWRITE).exec(sql);
  };
  change("PRAGMA user_version = 0");
  {
    AuditLog log(folder / "work.db");
    CHECK(log.was_outdated());
    log.begin_run({"v1", {1}});
    CHECK_FALSE(log.find("a").has_value());
  }
  CHECK_FALSE(AuditLog(folder / "work.db").was_outdated());
  change("PRAGMA user_version = 1000");
  CHECK_THROWS_WITH_AS(AuditLog(folder / "work.db"), doctest::Contains("newer quoth"), Error);
}

TEST_CASE("AuditLog: a log takes over the articles and results of others, and an error of both once") {
  Folder folder;
  auto broken = article(7, "");
  broken.error = "is broken off";
  auto const write = [&](char const* name, AuditArticle const& own, AuditArticle const& shared) {
    AuditLog log(folder / name);
    log.begin_run({"v1", {1}});
    auto const found = result("v1", true);
    log.add(own, &found);
    log.add(shared, nullptr);
    log.finish_run({{"part", name}});
  };
  write("one.db", article(2, "b"), broken);
  write("two.db", article(1, "a"), broken);
  CHECK(AuditLog::facts_of(folder / "two.db") == AuditFacts{{"part", "two.db"}});
  AuditLog whole(folder / "whole.db");
  whole.begin_merge();
  whole.add_all(folder / "one.db");
  whole.add_all(folder / "two.db");
  std::string listed;
  whole.each([&](AuditArticle const& one, AuditResult const& its) {
    listed += std::to_string(one.number) + one.error + "=" + its.body + " ";
  });
  CHECK(listed == "1={} 2={} 7is broken off= ");
  CHECK(whole.totals(0).articles == 3);
  CHECK(whole.totals(0).seen == 4);
  CHECK(whole.totals(0.5).seen == 2);
  CHECK(whole.totals(0.5).unsure == 2);
  CHECK(whole.totals(0).errors == 1);
  whole.begin_merge();
  CHECK(whole.totals(0).articles == 0);

  SUBCASE("an article of both is refused") { write("two.db", article(2, "b"), broken); }
  SUBCASE("an article where the other has an error is refused") { write("two.db", article(1, "a"), article(7, "")); }
  SUBCASE("another error at the same place is refused") {
    broken.error = "is damaged";
    write("two.db", article(1, "a"), broken);
  }
  whole.add_all(folder / "one.db");
  CHECK_THROWS_WITH_AS(whole.add_all(folder / "two.db"), doctest::Contains("as another part has it"), Error);
}

TEST_CASE("AuditLog: a run has facts once it has finished") {
  Folder folder;
  {
    AuditLog log(folder / "work.db");
    log.begin_run({"v1", {1}});
  }
  CHECK(AuditLog::facts_of(folder / "work.db").empty());
  { AuditLog(folder / "work.db").finish_run({{"store", "v1"}}); }
  CHECK(AuditLog::facts_of(folder / "work.db").size() == 1);
  { AuditLog(folder / "work.db").begin_run({"v1", {1}}); }
  CHECK(AuditLog::facts_of(folder / "work.db").empty());
  CHECK_THROWS_AS(AuditLog::facts_of(folder / "none.db"), Error);
  CHECK_FALSE(std::filesystem::exists(folder / "none.db"));
  SQLite::Database((folder / "work.db").string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 1");
  CHECK_THROWS_WITH_AS(AuditLog::facts_of(folder / "work.db"), doctest::Contains("older quoth"), Error);
}
