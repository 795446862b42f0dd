// SPDX-License-Identifier: MIT
#include "db/audit/audit_database.hpp"

#include <sqlite3.h>

#include <optional>

#include "audit_scripts.hpp"
#include "db/audit/audit_file.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/digest.hpp"
#include "quoth/verdict.hpp"
#include "text/json/json_value.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

namespace {

constexpr char const* put_article = "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_quotation =
    "INSERT INTO quotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_verdict = "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_evidence =
    "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* put_error = "INSERT INTO errors VALUES (?, ?, ?, ?)";
constexpr char const* put_setting = "INSERT INTO run VALUES (?, ?)";

constexpr std::size_t json_depth = 64;  // levels of nesting

std::int64_t whole(text::JsonValue value) { return static_cast<std::int64_t>(value.number().value_or(0)); }

// The names in an array, separated by blanks.
std::string listed(text::JsonValue array, char const* member = nullptr) {
  std::string names;
  array.each([&](text::JsonValue item) {
    auto const name = member == nullptr ? item.string() : item[member].string();
    names += (names.empty() ? "" : " ") + std::string(name);
  });
  return names;
}

// The whole numbers in an array, separated by blanks.
std::string numbers_in(text::JsonValue array) {
  std::string numbers;
  array.each([&](text::JsonValue item) { numbers += (numbers.empty() ? "" : " ") + std::to_string(whole(item)); });
  return numbers;
}

}  // namespace

struct AuditDatabase::State {
  State(std::filesystem::path const& name, int flags) : file(name, flags) {}

  void add_quotation(text::JsonValue quotation, std::string_view store) {
    ++quotations;
    auto const segments = quotation["segments"];
    auto const text = listed(segments, "text");
    text::JsonValue last;
    segments.each([&](text::JsonValue segment) { last = segment; });
    auto const attribution = quotation["attribution"];
    text::split_words(text, words);
    Digest digest;
    for (std::size_t i = 0; i < words.size(); ++i) digest.add(words.key(i));
    Rows(file.prepared(put_quotation), quotations, articles, whole(quotation["id"]), quotation["kind"].string(), text,
         whole(segments.front()["start"]), whole(last["end"]), whole(segments.front()["line"]),
         whole(segments.front()["column"]), attribution["speaker"].string(), attribution["mention"]["text"].string(),
         attribution["cue"]["text"].string(), attribution["via"].string(), attribution["rule"].string(),
         attribution["confidence"].number(), static_cast<std::int64_t>(words.size()), digest.value())
        .run();
    auto const name = quotation["verdict"].string();
    auto const verdict = verdict_named(name);
    auto const set_aside = quotation["set_aside"].string();
    Rows(file.prepared(put_verdict), quotations, name, listed(quotation["also"]),
         std::int64_t{verdict && must_be_seen(*verdict) && set_aside.empty()}, quotation["fidelity"].number(),
         quotation["confidence"].number(), quotation["message"].string(), set_aside, store,
         quotation["reason"].string(), quotation["speaker_checked"].string())
        .run();
    std::int64_t rank = 0;
    quotation["evidence"].each([&](text::JsonValue item) { add_evidence(item, ++rank); });
  }

  void add_evidence(text::JsonValue item, std::int64_t rank) {
    std::int64_t machine_errors = 0;
    std::optional<double> check_time;
    item["edits"].each([&](text::JsonValue edit) {
      if (!edit["machine_error"]) return;
      if (++machine_errors == 1) check_time = edit["time"].number();
    });
    Rows(file.prepared(put_evidence), ++evidence, quotations, rank, item["source"].string(), item["title"].string(),
         item["date"].string(), item["url"].string(), item["made"].string(), item["speaker"].string(),
         whole(item["utterance"]), item["time"].number(), item["before"].string(), item["text"].string(),
         item["after"].string(), static_cast<std::int64_t>(item["edits"].size()), listed(item["edits"], "class"),
         numbers_in(item["segments"]), item["chance"].number(), machine_errors, check_time)
        .run();
  }

  AuditFile file;
  std::int64_t articles = 0;
  std::int64_t quotations = 0;
  std::int64_t evidence = 0;
  text::WordList words;
};

AuditDatabase::AuditDatabase(std::unique_ptr<State> state) : state_(std::move(state)) {}
AuditDatabase::AuditDatabase(AuditDatabase&&) noexcept = default;
AuditDatabase::~AuditDatabase() = default;

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

AuditDatabase AuditDatabase::open(std::filesystem::path const& file) {
  return AuditDatabase(std::make_unique<State>(file, SQLite::OPEN_READONLY));
}

void AuditDatabase::add(AuditArticle const& article, std::string_view store, std::string_view json) {
  text::JsonDocument const line(json, json_depth, article.path);
  auto& state = *state_;
  state.file.guarded([&] {
    Rows(state.file.prepared(put_article), ++state.articles, article.id, article.path,
         static_cast<std::int64_t>(article.number), article.title, article.date, article.outlet, article.author,
         article.digest, store, whole(line.root()["checked"]), line.root()["fidelity"].number())
        .run();
    line.root()["quotations"].each([&](text::JsonValue quotation) { state.add_quotation(quotation, store); });
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
    state_->file.run_script(embedded::views);
    state_->file.run_script("PRAGMA user_version = 2");
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

void AuditDatabase::each_row(std::string const& table,
                             std::function<void(std::span<std::string_view const>)> const& take) const {
  state_->file.guarded([&] {
    auto const query = "SELECT * FROM \"" + table + "\"";
    Statement const statement(state_->file.database(), query.c_str());
    Rows rows(statement);
    std::vector<std::string_view> row(static_cast<std::size_t>(sqlite3_column_count(statement.handle())));
    while (rows.next()) {
      for (std::size_t i = 0; i < row.size(); ++i) row[i] = rows.bytes(static_cast<int>(i));
      take(row);
    }
  });
}

}  // namespace quoth::db
