// SPDX-License-Identifier: MIT
#include "db/audit/audit_comparison.hpp"

#include <algorithm>

#include "db/audit/audit_file.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

namespace {

// Of the same words twice in an article, the first is compared with the first.
std::string findings_of(std::string const& name, std::string const& schema) {
  return "CREATE TEMP TABLE " + name +
         " AS SELECT q.quotation, a.file, a.number, a.id, q.line, q.text, q.speaker, v.verdict, v.must_be_seen AND NOT "
         "v.unsure AS to_see, q.same_words, row_number() OVER (PARTITION BY a.id, q.same_words ORDER BY q.quotation) "
         "AS "
         "nth FROM " +
         schema + ".quotations q JOIN " + schema + ".verdicts v USING (quotation) JOIN " + schema +
         ".articles a ON a.article = q.article; CREATE INDEX temp." + name + "_key ON " + name +
         " (id, same_words, nth);";
}

constexpr char const* of_both =
    "SELECT CASE WHEN NOT n.to_see THEN 2 WHEN o.to_see THEN 1 ELSE 0 END, n.file, n.number, n.id, n.line, "
    "n.text, n.speaker, ifnull(o.verdict, ''), n.verdict, ifnull(n.to_see AND o.to_see AND n.verdict = o.verdict, 0) "
    "FROM temp.now n "
    "LEFT JOIN temp.before o USING (id, same_words, nth) WHERE n.to_see OR o.to_see ORDER BY n.quotation";
constexpr char const* of_older =
    "SELECT 2, o.file, o.number, o.id, o.line, o.text, o.speaker, o.verdict, '', 0 FROM temp.before o LEFT JOIN "
    "temp.now "
    "n USING (id, same_words, nth) WHERE o.to_see AND n.quotation IS NULL ORDER BY o.quotation";

void add_rows(AuditFile& file, char const* sql, AuditComparison& comparison) {
  for (Rows rows(file.prepared(sql)); rows.next();) {
    if (rows.integer(9) != 0) {
      ++comparison.same;
      continue;
    }
    comparison.findings.push_back({static_cast<FindingChange>(rows.integer(0)), rows.text(1), rows.integer(2),
                                   rows.text(3), rows.integer(4), rows.text(5), rows.text(6), rows.text(7),
                                   rows.text(8)});
  }
}

}  // namespace

AuditComparison compare_audits(std::filesystem::path const& older, std::filesystem::path const& newer) {
  refuse_other_results(older);
  refuse_other_results(newer);
  AuditFile file(older, SQLite::OPEN_READONLY);
  return file.guarded([&] {
    file.run_script("PRAGMA trusted_schema = OFF");
    Rows(file.prepared("ATTACH ? AS newer"), newer.string()).run();
    file.run_script(findings_of("before", "main") + findings_of("now", "newer"));
    AuditComparison comparison;
    add_rows(file, of_both, comparison);
    add_rows(file, of_older, comparison);
    std::ranges::stable_sort(comparison.findings, {}, &ComparedFinding::change);
    return comparison;
  });
}

}  // namespace quoth::db
