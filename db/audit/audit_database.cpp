// SPDX-License-Identifier: MIT
#include "db/audit/audit_database.hpp"

#include "audit_scripts.hpp"
#include "db/audit/audit_file.hpp"
#include "db/audit/quoted_people.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

namespace {

constexpr char const* put_article = "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_quotation =
    "INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_verdict = "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_evidence =
    "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_edit = "INSERT INTO edits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_person = "INSERT INTO people VALUES (?, ?)";
constexpr char const* put_error = "INSERT INTO errors VALUES (?, ?, ?, ?)";
constexpr char const* put_setting = "INSERT INTO run VALUES (?, ?)";

}  // namespace

struct AuditDatabase::State {
  State(std::filesystem::path const& name, int flags) : file(name, flags) {}

  void add_quotation(QuotationRow const& row, std::string_view store) {
    ++quotations;
    Rows(file.prepared(put_quotation), quotations, articles, row.number, row.kind, row.text, row.first, row.last,
         row.line, row.column, row.speaker, row.mention, row.cue, row.via, row.rule, row.attribution_confidence,
         row.words, row.same_words)
        .run();
    Rows(file.prepared(put_verdict), quotations, row.verdict, row.also, std::int64_t{row.must_be_seen},
         std::int64_t{row.unsure}, row.fidelity, row.confidence, row.message, row.set_aside, store, row.reason,
         row.speaker_checked)
        .run();
    for (std::int64_t rank = 0; auto const& one : row.evidence) add_evidence(one, ++rank);
    people.add(row.speaker, row.speaker_checked == "same" && !row.evidence.empty() ? row.evidence.front().speaker : "");
  }

  void add_evidence(EvidenceRow const& row, std::int64_t rank) {
    Rows(file.prepared(put_evidence), ++evidence, quotations, rank, row.source, row.title, row.date, row.url, row.made,
         row.speaker, row.utterance, row.time, row.before, row.text, row.after, row.edits, row.classes, row.segments,
         row.chance, row.machine_errors, row.check_time)
        .run();
    for (std::int64_t number = 0; auto const& one : row.edit_rows)
      Rows(file.prepared(put_edit), evidence, ++number, one.edit_class, one.printed, one.said,
           std::int64_t{one.allowed}, std::int64_t{one.machine_error}, one.printed_first, one.printed_last,
           one.said_first, one.said_last)
          .run();
  }

  AuditFile file;
  std::int64_t articles = 0;
  std::int64_t quotations = 0;
  std::int64_t evidence = 0;
  QuotedPeople people;
};

AuditDatabase::AuditDatabase(std::unique_ptr<State> state) : state_(std::move(state)) {}
AuditDatabase::AuditDatabase(AuditDatabase&&) noexcept = default;
AuditDatabase::~AuditDatabase() = default;

AuditDatabase AuditDatabase::empty() {
  auto made = create(":memory:");
  made.finish();
  return made;
}

AuditDatabase AuditDatabase::create(std::filesystem::path const& file) {
  AuditDatabase made(std::make_unique<State>(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
  made.state_->file.guarded([&] {
    // No other program reads the file before it is complete, so it needs no journal.
    made.state_->file.run_script(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; "
        "BEGIN");
    made.state_->file.run_script(embedded::results);
  });
  return made;
}

void AuditDatabase::add(AuditArticle const& article, std::string_view store, ArticleRows const& rows) {
  auto& state = *state_;
  state.file.guarded([&] {
    Rows(state.file.prepared(put_article), ++state.articles, article.id, article.path,
         static_cast<std::int64_t>(article.number), article.title, article.date, article.outlet, article.author,
         article.section, article.digest, store, rows.checked, rows.fidelity)
        .run();
    for (auto const& quotation : rows.quotations) state.add_quotation(quotation, store);
  });
}

void AuditDatabase::add_error(AuditArticle const& article) {
  state_->file.guarded([&] {
    Rows(state_->file.prepared(put_error), article.path, static_cast<std::int64_t>(article.number), article.id,
         article.error)
        .run();
  });
}

void AuditDatabase::set(std::string_view name, std::string_view value) {
  state_->file.guarded([&] { Rows(state_->file.prepared(put_setting), name, value).run(); });
}

void AuditDatabase::finish() {
  state_->file.guarded([&] {
    for (auto const& [speaker, person] : state_->people.all())
      Rows(state_->file.prepared(put_person), speaker, person).run();
    state_->file.run_script(embedded::views);
    state_->file.run_script("PRAGMA user_version = " + std::to_string(results_version));
    state_->file.run_script("COMMIT");
  });
}

std::vector<std::string> AuditDatabase::columns(std::string const& table) const {
  return state_->file.guarded([&] {
    SQLite::Statement statement(state_->file.database(), "SELECT * FROM \"" + table + "\"");
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(statement.getColumnCount()));
    for (int i = 0; i < statement.getColumnCount(); ++i) names.emplace_back(statement.getColumnName(i));
    return names;
  });
}

}  // namespace quoth::db
