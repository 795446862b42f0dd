// SPDX-License-Identifier: MIT
// The tables of an audit and what a summary makes of them.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "db/audit/audit_database.hpp"
#include "db/audit/audit_findings.hpp"
#include "db/audit/audit_summary.hpp"
#include "quoth/error.hpp"
#include "quoth/verdict.hpp"
#include "tests/db/store_fixture.hpp"
#include "text/words/words.hpp"

using namespace quoth;
using namespace quoth::db;
using quoth::test::Folder;

namespace {

AuditArticle article(std::string id, std::string date, std::string outlet) {
  AuditArticle made;
  made.number = 1;
  made.path = id + ".md";
  made.id = std::move(id);
  made.date = std::move(date);
  made.outlet = std::move(outlet);
  made.author = "Liv Aas";
  return made;
}

// The rows of an article with one quotation, of a verdict and a fidelity.
ArticleRows one_quotation(std::string_view text, std::string_view speaker, Verdict verdict, double fidelity,
                          std::string_view set_aside = "") {
  auto const is_checked = verdict != Verdict::unchecked;
  EvidenceRow passage;
  passage.source = "s";
  passage.made = "asr";
  passage.time = 740;
  passage.text = "spoken words";
  passage.speaker = "Ana Ruud";
  passage.edits = 2;
  passage.classes = "number filler";
  passage.segments = "1 3";
  passage.chance = 0.25;
  passage.edit_rows = {{"number", "Nine", "eight", false, false, 0, 4, 1, 6},
                       {"filler", "", "er", true, false, 4, 4, 7, 9}};
  QuotationRow row;
  row.number = 1;
  row.kind = "direct";
  row.text = text;
  row.line = 3;
  row.column = 2;
  row.speaker = speaker;
  row.words = static_cast<std::int64_t>(text::split_words(text).size());
  row.same_words = row.words;
  row.verdict = to_string(verdict);
  row.also = "altered spliced";
  row.must_be_seen = must_be_seen(verdict) && set_aside.empty();
  row.confidence = 0.9;
  row.set_aside = set_aside;
  row.speaker_checked = "same";
  if (is_checked) row.fidelity = fidelity;
  if (!is_checked) row.reason = "too_common";
  row.evidence.push_back(passage);
  return {std::int64_t{is_checked}, row.fidelity, {row}};
}

using Row = std::vector<std::string>;

std::vector<Row> rows(std::filesystem::path const& file, std::string const& table) {
  SQLite::Database const database(file.string());
  SQLite::Statement statement(database, "SELECT * FROM " + table);
  std::vector<Row> all;
  while (statement.executeStep()) {
    auto& row = all.emplace_back();
    for (int i = 0; i < statement.getColumnCount(); ++i) row.push_back(statement.getColumn(i).getString());
  }
  return all;
}

std::string cell(std::filesystem::path const& database, std::string const& table, std::size_t row,
                 std::string const& column) {
  auto const columns = AuditDatabase::empty().columns(table);
  auto const at = std::ranges::find(columns, column);
  REQUIRE(at != columns.end());
  return rows(database, table).at(row).at(static_cast<std::size_t>(at - columns.begin()));
}

void write(std::filesystem::path const& file) {
  auto database = AuditDatabase::create(file);
  auto const* const four = "the ferry leaves at nine";
  database.add(article("a", "2031-01-05", "Bay Post"), "v1", one_quotation(four, "Ana Ruud", Verdict::distorted, 0.4));
  database.add(article("b", "2031-02-05", "Bay Post"), "v1",
               one_quotation("The ferry leaves at nine,", "Karin Berg", Verdict::misattributed, 0.3));
  database.add(article("c", "", ""), "v1", one_quotation("so few words", "Ana Ruud", Verdict::verbatim, 1.0));
  database.add(article("d", "2031-02-09", "Isle News"), "v1",
               one_quotation(four, "Ana Ruud", Verdict::not_found, 0.0, "the recording has it"));
  database.add(article("e", "2031-02-09", "Isle News"), "v1", one_quotation("no speech", "", Verdict::unchecked, 1.0));
  auto heard = one_quotation("the fairy does sail at nine", "Ana Ruud", Verdict::unconfirmed, 0.9);
  heard.quotations[0].evidence[0].machine_errors = 1;
  heard.quotations[0].evidence[0].check_time = 751.4;
  database.add(article("g", "2031-02-10", "Isle News"), "v1", heard);
  database.add(article("h", "2031-02-11", "Isle News"), "v1",
               one_quotation("he heard it all", "Ana Ruud", Verdict::unconfirmed, 0.9, "so did the desk"));
  auto broken = article("f", "2030-01-01", "Isle News");
  broken.error = "is empty";
  database.add_error(broken);
  database.set("store", "v1");
  database.set("min_confidence", "0.5");
  database.finish();
}

std::uint64_t count(VerdictCounts const& counts, Verdict verdict) {
  return counts.at(static_cast<std::size_t>(verdict));
}

}  // namespace

TEST_CASE("AuditDatabase: each quotation is a row with its verdict and evidence, numbered through all articles") {
  Folder folder;
  write(folder / "audit.db");
  auto const database = folder / "audit.db";
  CHECK(rows(database, "articles").size() == 7);
  CHECK(rows(database, "errors") == std::vector<Row>{{"f.md", "1", "f", "is empty"}});
  CHECK(cell(database, "quotations", 1, "quotation") == "2");
  CHECK(cell(database, "quotations", 0, "line") == "3");
  CHECK(cell(database, "quotations", 0, "words") == "5");
  CHECK(cell(database, "verdicts", 0, "also") == "altered spliced");
  CHECK(cell(database, "evidence", 0, "classes") == "number filler");
  CHECK(cell(database, "evidence", 0, "edits") == "2");
  CHECK(cell(database, "evidence", 0, "segments") == "1 3");
  CHECK(cell(database, "evidence", 0, "chance") == "0.25");
  CHECK(cell(database, "verdicts", 0, "speaker_checked") == "same");
  CHECK(cell(database, "findings", 4, "reason") == "too_common");
  CHECK(cell(database, "findings", 4, "fidelity").empty());
  CHECK(cell(database, "findings", 1, "speaker") == "Karin Berg");
}

TEST_CASE("AuditDatabase: an editor must see what is wrong and was not set aside") {
  Folder folder;
  write(folder / "audit.db");
  auto const database = folder / "audit.db";
  std::string seen;
  for (std::size_t i = 0; i < 7; ++i) seen += cell(database, "verdicts", i, "must_be_seen");
  CHECK(seen == "1100000");
}

TEST_CASE("AuditDatabase: edits are rows, and those that an editor should look at are counted by their words") {
  Folder folder;
  write(folder / "audit.db");
  auto const database = folder / "audit.db";
  CHECK(rows(database, "edits").size() == 14);
  CHECK(cell(database, "edits", 1, "class") == "filler");
  CHECK(cell(database, "edits", 1, "said") == "er");
  CHECK(cell(database, "edits", 0, "printed_last") == "4");
  CHECK(rows(database, "altered_words") == std::vector<Row>{{"number", "Nine", "eight", "1", "1"}});
  auto const summary = summarise_audit(database);
  REQUIRE(summary.edited.size() == 1);
  CHECK(summary.edited[0].printed == "Nine");
  CHECK(summary.edited[0].said == "eight");
  CHECK(summary.edited[0].findings == std::vector<std::int64_t>{1});
}

TEST_CASE("AuditDatabase: a person is one row, and of whom the store holds nothing is listed") {
  Folder folder;
  auto const file = folder / "audit.db";
  {
    auto database = AuditDatabase::create(file);
    auto const quoted = [&](std::string const& id, std::string_view speaker, Verdict verdict, std::string_view reason) {
      auto made = one_quotation("the slip road is closed", speaker, verdict, 1.0);
      if (verdict == Verdict::unchecked) made.quotations[0].evidence.clear();
      made.quotations[0].reason = reason;
      database.add(article(id, "2031-01-05", "Bay Post"), "v1", made);
    };
    quoted("a", "Ana Ruud", Verdict::verbatim, "");
    quoted("b", "Mayor Ruud", Verdict::verbatim, "");
    quoted("c", "Mayor Ana Ruud", Verdict::unchecked, "occasion_not_held");
    quoted("d", "Piet Vos", Verdict::unchecked, "speaker_not_held");
    quoted("e", "Piet Vos", Verdict::unchecked, "speaker_not_held");
    database.finish();
  }
  auto const summary = summarise_audit(file);
  REQUIRE(summary.by_speaker.size() == 2);
  CHECK(summary.by_speaker[0].name == "Ana Ruud");
  CHECK(count(summary.by_speaker[0].counts, Verdict::verbatim) == 2);
  CHECK(count(summary.by_speaker[0].counts, Verdict::unchecked) == 1);
  REQUIRE(summary.never_held.size() == 1);
  CHECK(summary.never_held[0].person == "Piet Vos");
  CHECK(summary.never_held[0].quotations == 2);
  CHECK(cell(file, "verdicts_by_speaker", 0, "checked") == "0");
  CHECK(rows(file, "people").size() == 4);
}

TEST_CASE("AuditFindings: the condition of every group finds its findings in audit.db") {
  Folder folder;
  write(folder / "audit.db");
  auto const summary = summarise_audit(folder / "audit.db");
  AuditFindings findings(folder / "audit.db");
  auto const groups = findings.groups(summary);
  CHECK(groups.size() > 12);
  for (auto const& group : groups) {
    CAPTURE(group.condition);
    CHECK(rows(folder / "audit.db", "findings WHERE " + group.condition).size() == group.all);
    CHECK(group.findings.size() == group.all);
  }
  auto const shown = findings.read(1);
  CHECK(shown.passage == "spoken words");
  REQUIRE(shown.printed_edits.size() == 1);
  CHECK(shown.said_edits[0].last == 6);
}

TEST_CASE("AuditDatabase: what is unsure stays in the tables, marked, and counts apart") {
  Folder folder;
  auto const file = folder / "audit.db";
  {
    auto database = AuditDatabase::create(file);
    auto unsure = one_quotation("the harbour crane is yellow", "Ana Ruud", Verdict::not_found, 0.0);
    unsure.quotations[0].unsure = true;
    database.add(article("a", "2031-01-05", "Bay Post"), "v1", unsure);
    database.add(article("b", "2031-01-05", "Bay Post"), "v1",
                 one_quotation("the slip road is closed", "Ana Ruud", Verdict::not_found, 0.0));
    database.add(article("c", "2031-01-05", "Bay Post"), "v1",
                 one_quotation("the ferry leaves at nine", "Ana Ruud", Verdict::altered, 0.8));
    database.finish();
  }
  CHECK(cell(file, "findings", 0, "must_be_seen") == "1");
  CHECK(cell(file, "findings", 0, "unsure") == "1");
  CHECK(rows(file, "to_see").size() == 2);
  auto const summary = summarise_audit(file);
  CHECK(summary.seen == 2);
  CHECK(summary.not_found == 1);
  CHECK(summary.unsure == 1);
}

TEST_CASE("AuditDatabase: what is to be confirmed has a view, with the time of the machine's first error") {
  Folder folder;
  write(folder / "audit.db");
  auto const database = folder / "audit.db";
  REQUIRE(rows(database, "to_confirm").size() == 1);
  CHECK(cell(database, "to_confirm", 0, "article") == "g");
  CHECK(cell(database, "to_confirm", 0, "check_time") == "751.4");
  CHECK(cell(database, "evidence", 5, "machine_errors") == "1");
  CHECK(cell(database, "evidence", 5, "made") == "asr");
  CHECK(cell(database, "evidence", 6, "machine_errors") == "0");
  CHECK(cell(database, "evidence", 6, "check_time").empty());
  CHECK(cell(database, "to_confirm", 0, "time") == "740.0");
  auto const summary = summarise_audit(folder / "audit.db");
  CHECK(summary.confirmable == 1);
  REQUIRE(summary.to_confirm.size() == 1);
  CHECK(summary.to_confirm[0].article == "g");
  CHECK(summary.to_confirm[0].heard == "spoken words");
  CHECK(summary.to_confirm[0].word_time == 751.4);
  CHECK(summary.to_confirm[0].turn_time == 740);
}

TEST_CASE("AuditDatabase: the fidelity of articles, outlets and authors is the mean of what was checked") {
  Folder folder;
  write(folder / "audit.db");
  auto const database = folder / "audit.db";
  CHECK(cell(database, "articles", 0, "checked") == "1");
  CHECK(cell(database, "articles", 0, "fidelity") == "0.4");
  CHECK(cell(database, "articles", 4, "checked") == "0");
  CHECK(cell(database, "articles", 4, "fidelity").empty());
  CHECK(rows(database, "fidelity_by_outlet") == std::vector<Row>{{"Bay Post", "2", "0.35"}, {"Isle News", "3", "0.6"}});
  CHECK(rows(database, "fidelity_by_author") == std::vector<Row>{{"Liv Aas", "6", "0.583333333333333"}});
  CHECK(rows(database, "fidelity_by_month").size() == 2);
}

TEST_CASE("AuditDatabase: the same rows give the same bytes, and a file that is there is replaced") {
  Folder folder;
  write(folder / "one.db");
  write(folder / "two.db");
  std::filesystem::remove(folder / "two.db");
  write(folder / "two.db");
  auto const bytes = [&](char const* name) {
    std::ifstream in(folder / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  CHECK(bytes("one.db") == bytes("two.db"));
  CHECK_THROWS_AS(AuditDatabase::create(folder / "no" / "such.db"), Error);
}

TEST_CASE("summarise_audit: totals, counts by outlet and month, and the words that matter") {
  Folder folder;
  write(folder / "audit.db");
  auto const summary = summarise_audit(folder / "audit.db");
  CHECK(summary.articles == 7);
  CHECK(summary.errors == 1);
  CHECK(summary.seen == 2);
  CHECK(summary.unsure == 0);
  CHECK(summary.least_confidence == 0.5);
  CHECK(summary.store == "v1");
  CHECK(summary.first_date == "2031-01-05");
  CHECK(summary.last_date == "2031-02-11");
  CHECK(count(summary.counts, Verdict::distorted) == 1);
  CHECK(count(summary.counts, Verdict::unchecked) == 1);
  CHECK_FALSE(summary.by_year);
  REQUIRE(summary.over_time.size() == 2);
  CHECK(summary.over_time[1].name == "2031-02");
  CHECK(count(summary.over_time[1].counts, Verdict::misattributed) == 1);
  REQUIRE(summary.by_outlet.size() == 2);
  CHECK(summary.by_outlet[1].fidelity_sum == doctest::Approx(0.7));
  CHECK(summary.fidelity_sum == doctest::Approx(3.5));
  REQUIRE(summary.repeated.size() == 1);
  CHECK(summary.repeated[0].articles == 3);
  REQUIRE(summary.disputed.size() == 1);
  CHECK(summary.disputed[0].speakers == std::vector<std::string>{"Ana Ruud", "Karin Berg"});
  REQUIRE(summary.altered.size() == 1);
  CHECK(summary.altered[0].article == "a");
  CHECK(summary.altered[0].spoken == "spoken words");
  // In steps of 0.05, of what has a passage.
  CHECK(summary.fidelity[8] == 1);
  CHECK(summary.fidelity[6] == 1);
  CHECK(summary.fidelity[19] == 1);
  CHECK(summary.fidelity[0] == 0);
}
