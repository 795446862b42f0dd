// SPDX-License-Identifier: MIT
#include "tools/audit/csv_tables.hpp"

namespace quoth::tools {

namespace {

std::int64_t number_of(db::AuditArticle const& article) { return static_cast<std::int64_t>(article.number); }

}  // namespace

CsvTables::CsvTables(CsvPlaces const& places, db::AuditDatabase const& database, CsvStyle style)
    : articles_(places.articles, database.columns("articles"), style),
      findings_(places.findings, database.columns("findings"), style),
      evidence_(places.evidence, database.columns("evidence"), style),
      errors_(places.errors, database.columns("errors"), style) {}

void CsvTables::add(db::AuditArticle const& article, std::string_view store, db::ArticleRows const& rows) {
  articles_.row(++article_, article.id, article.path, number_of(article), article.title, article.date, article.outlet,
                article.author, article.section, article.digest, store, rows.checked, rows.fidelity);
  for (auto const& row : rows.quotations) {
    ++quotation_;
    add_finding(article, store, row);
    for (std::int64_t rank = 0; auto const& one : row.evidence)
      evidence_.row(++passage_, quotation_, ++rank, one.source, one.title, one.date, one.url, one.made, one.speaker,
                    one.utterance, one.time, one.before, one.text, one.after, one.edits, one.classes, one.segments,
                    one.chance, one.machine_errors, one.check_time);
  }
}

// The view `findings` of views.sql.
void CsvTables::add_finding(db::AuditArticle const& article, std::string_view store, db::QuotationRow const& row) {
  auto const best = row.evidence.empty() ? db::EvidenceRow{} : row.evidence.front();
  auto const utterance = row.evidence.empty() ? std::nullopt : std::optional(best.utterance);
  findings_.row(article.id, article.path, number_of(article), article.title, article.date, article.outlet,
                article.author, article.section, row.number, row.line, row.column, row.kind, row.text, row.speaker,
                row.verdict, row.also, std::int64_t{row.must_be_seen}, std::int64_t{row.unsure}, row.fidelity,
                row.confidence, row.message, row.set_aside, best.source, best.date, best.speaker, utterance, best.time,
                best.text, best.url, store, row.reason, row.speaker_checked, best.made, best.check_time);
}

void CsvTables::add_error(db::AuditArticle const& article) {
  errors_.row(article.path, number_of(article), article.id, article.error);
}

void CsvTables::close() {
  for (auto* file : {&articles_, &findings_, &evidence_, &errors_}) file->close();
}

}  // namespace quoth::tools
