// SPDX-License-Identifier: MIT
#include "db/audit/audit_log.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <map>
#include <mutex>

#include "audit_scripts.hpp"
#include "db/audit/audit_file.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/store_file.hpp"

namespace quoth::db {

namespace {

constexpr char const* known_stores = "SELECT version, contents FROM store";
constexpr char const* put_store = "INSERT OR REPLACE INTO store VALUES (?, ?)";
constexpr char const* find_result = "SELECT store, settled, seen FROM result WHERE digest = ?";
constexpr char const* put_result = "INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?, ?)";
constexpr char const* put_article = "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char const* all_articles =
    "SELECT a.file, a.number, a.path, a.id, a.title, a.date, a.outlet, a.author, a.section, a.digest, a.error, "
    "r.store, "
    "r.body "
    "FROM article a LEFT JOIN result r ON r.digest = a.digest AND a.error = '' ORDER BY a.file, a.number";
constexpr char const* drop_unused =
    "CREATE TEMP TABLE used AS SELECT DISTINCT digest FROM main.article WHERE error = '';"
    "CREATE INDEX temp.used_digest ON used (digest);"
    "DELETE FROM result WHERE digest NOT IN (SELECT digest FROM used);"
    "DROP TABLE used;"
    "DELETE FROM store WHERE version NOT IN (SELECT store FROM result)";
constexpr char const* foreign_schema =
    "SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR tbl_name NOT IN ('result', 'article', "
    "'store', 'run')";
constexpr char const* put_fact = "INSERT OR REPLACE INTO run VALUES (?, ?)";
constexpr char const* has_facts = "SELECT 1 FROM sqlite_schema WHERE name = 'run'";
constexpr char const* all_facts = "SELECT name, value FROM run ORDER BY name";
constexpr char const* all_seen =
    "SELECT a.error <> '', r.seen FROM article a LEFT JOIN result r ON r.digest = a.digest AND a.error = ''";
// Every part has a row for what no part can read, a folder or the rest of a broken file.
constexpr char const* of_two_parts =
    "SELECT a.path, a.number FROM part.article a JOIN main.article b USING (file, number) WHERE a.error = '' OR "
    "a.error <> b.error OR a.path <> b.path LIMIT 1";
constexpr char const* bodies_of_part = "SELECT body FROM part.result";
constexpr char const* copy_part =
    "INSERT OR IGNORE INTO main.result SELECT * FROM part.result;"
    "INSERT OR IGNORE INTO main.article SELECT * FROM part.article;"
    "INSERT OR IGNORE INTO main.store SELECT * FROM part.store";
// A finished log is one plain file, which is also read where nothing may be written.
constexpr char const* end_wal = "PRAGMA journal_mode = DELETE";

// The user_version of log.sql and of the results in it. It was 0 before segments had verdicts of their own, 1 before
// `unconfirmed`, 2 before results held the rows of their tables, 3 before they told how sure they are, 4 before
// edits, and 5 before articles had sections.
constexpr std::int64_t log_version = 6;
constexpr char const* drop_all =
    "DROP TABLE IF EXISTS result; DROP TABLE IF EXISTS article; DROP TABLE IF EXISTS store; DROP TABLE IF "
    "EXISTS run";

constexpr auto commit_interval = std::chrono::seconds(1);

// The folder may have come from a stranger, together with the articles.
void refuse_strange_log(std::filesystem::path const& file) {
  std::error_code ignored;
  auto const status = std::filesystem::symlink_status(file, ignored);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    throw Error(file.string() + ": is a link or no file; remove it, or name another folder");
  refuse_foreign_journal(file);
}

void refuse_foreign_schema(AuditFile& file, std::filesystem::path const& name) {
  if (Rows(file.prepared(foreign_schema)).next())
    throw Error(name.string() + ": is no work file of an audit; name another folder");
}

bool is_outdated(AuditFile& file, std::filesystem::path const& name) {
  auto const version = file.database().execAndGet("PRAGMA user_version").getInt64();
  if (version > log_version) throw Error(name.string() + ": is of a newer quoth; use that one, or name another folder");
  auto const tables = file.database().execAndGet("SELECT count(*) FROM sqlite_schema").getInt64();
  return version < log_version && tables > 0;
}

template <typename Number>
std::string_view bytes_of(std::vector<Number> const& numbers) {
  if (numbers.empty()) return "";  // SQLite would bind a null pointer as NULL
  return {reinterpret_cast<char const*>(numbers.data()), numbers.size() * sizeof(Number)};
}

template <typename Number>
std::vector<Number> numbers_in(std::string_view bytes) {
  std::vector<Number> numbers(bytes.size() / sizeof(Number));
  if (!numbers.empty()) std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(Number));
  return numbers;
}

}  // namespace

struct AuditLog::State {
  explicit State(std::filesystem::path const& name)
      : file((refuse_strange_log(name), name), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    file.guarded([&] {
      file.run_script("PRAGMA trusted_schema = OFF");
      refuse_foreign_schema(file, name);
      // The exclusive lock is held while the log is open, because two audits into one folder would corrupt each other's
      // results.
      file.run_script("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
      file.run_script("BEGIN IMMEDIATE");
      outdated = is_outdated(file, name);
      if (outdated) file.run_script(drop_all);
      file.run_script(embedded::log);
      file.run_script("PRAGMA user_version = " + std::to_string(log_version));
      file.run_script("COMMIT; PRAGMA cache_size = -16384");
    });
  }

  template <typename Action>
  auto locked(Action const& action) {
    std::lock_guard const lock(mutex);
    return file.guarded(action);
  }

  void begin() {
    if (!transaction) {
      transaction.emplace(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
      opened = std::chrono::steady_clock::now();
    }
  }
  void commit() {
    if (transaction) transaction->commit();
    transaction.reset();
  }

  AuditFile file;
  bool outdated = false;
  std::mutex mutex;
  std::optional<SQLite::Transaction> transaction;
  std::chrono::steady_clock::time_point opened;
  std::string store;
  std::map<std::string, bool, std::less<>> grown_from;  // version -> can its results be reused?
};

AuditLog::AuditLog(std::filesystem::path const& file) : state_(std::make_unique<State>(file)) {}
AuditLog::~AuditLog() = default;

bool AuditLog::was_outdated() const { return state_->outdated; }

void AuditLog::begin_run(StoreContents const& store) {
  auto& state = *state_;
  state.locked([&] {
    state.store = store.version;
    for (Rows rows(state.file.prepared(known_stores)); rows.next();) {
      auto const before = numbers_in<std::int64_t>(rows.bytes(1));
      state.grown_from[rows.text(0)] = std::ranges::includes(store.sources, before);
    }
    state.begin();
    state.file.run_script("DELETE FROM article; DELETE FROM run");
    Rows(state.file.prepared(put_store), store.version, Blob{bytes_of(store.sources)}).run();
    state.commit();
  });
}

std::optional<AuditResult> AuditLog::find(std::string_view digest) const {
  auto& state = *state_;
  return state.locked([&]() -> std::optional<AuditResult> {
    Rows rows(state.file.prepared(find_result), digest);
    if (!rows.next()) return std::nullopt;
    AuditResult result{rows.text(0), rows.integer(1) != 0, numbers_in<double>(rows.bytes(2)), {}};
    if (result.store == state.store) return result;
    auto const known = state.grown_from.find(result.store);
    bool const holds = known != state.grown_from.end() && known->second && result.settled;
    return holds ? std::optional(result) : std::nullopt;
  });
}

void AuditLog::add(AuditArticle const& article, AuditResult const* result) {
  auto& state = *state_;
  state.locked([&] {
    state.begin();
    Rows(state.file.prepared(put_article), static_cast<std::int64_t>(article.file),
         static_cast<std::int64_t>(article.number), article.path, article.id, article.title, article.date,
         article.outlet, article.author, article.section, article.digest, article.error)
        .run();
    if (result != nullptr) {
      Rows(state.file.prepared(put_result), article.digest, result->store, std::int64_t{result->settled},
           Blob{bytes_of(result->seen)}, Blob{result->body})
          .run();
    }
    if (std::chrono::steady_clock::now() - state.opened >= commit_interval) state.commit();
  });
}

void AuditLog::commit() {
  state_->locked([&] { state_->commit(); });
}

void AuditLog::finish_run(AuditFacts const& facts) {
  state_->locked([&] {
    state_->begin();
    state_->file.run_script(drop_unused);
    for (auto const& [name, value] : facts) Rows(state_->file.prepared(put_fact), name, value).run();
    state_->commit();
    Rows(state_->file.prepared(end_wal)).next();
  });
}

AuditTotals AuditLog::totals(double least_confidence) const {
  return state_->locked([&] {
    AuditTotals totals;
    for (Rows rows(state_->file.prepared(all_seen)); rows.next();) {
      ++totals.articles;
      totals.errors += static_cast<std::uint64_t>(rows.integer(0));
      for (auto const confidence : numbers_in<double>(rows.bytes(1)))
        ++(confidence < least_confidence ? totals.unsure : totals.seen);
    }
    return totals;
  });
}

AuditFacts AuditLog::facts_of(std::filesystem::path const& name) {
  refuse_strange_log(name);
  AuditFile file(name, SQLite::OPEN_READWRITE);  // a cut off run left a write-ahead log
  return file.guarded([&] {
    file.run_script("PRAGMA trusted_schema = OFF; PRAGMA locking_mode = EXCLUSIVE");
    refuse_foreign_schema(file, name);
    if (is_outdated(file, name)) throw Error(name.string() + ": is of an older quoth; run that audit again");
    AuditFacts facts;
    if (!Rows(file.prepared(has_facts)).next()) return facts;
    for (Rows rows(file.prepared(all_facts)); rows.next();) facts.emplace_back(rows.text(0), rows.text(1));
    return facts;
  });
}

void AuditLog::begin_merge() {
  state_->locked([&] {
    state_->begin();
    state_->file.run_script("DELETE FROM article; DELETE FROM result; DELETE FROM store; DELETE FROM run");
    state_->commit();
  });
}

void AuditLog::add_all(std::filesystem::path const& part, std::function<void(std::string_view)> const& prove) {
  auto& state = *state_;
  state.locked([&] {
    Rows(state.file.prepared("ATTACH ? AS part"), part.string()).run();
    state.begin();
    {
      Rows rows(state.file.prepared(of_two_parts));
      if (rows.next())
        throw Error(part.string() + ": has article " + std::to_string(rows.integer(1)) + " of " + rows.text(0) +
                    " as another part has it; check that all parts could read the same files, and run this one again");
    }
    if (prove) {
      for (Rows rows(state.file.prepared(bodies_of_part)); rows.next();) prove(rows.bytes(0));
    }
    state.file.run_script(copy_part);
    state.commit();
    Rows(state.file.prepared("DETACH part")).run();
  });
}

void AuditLog::each(std::function<void(AuditArticle const&, AuditResult const&)> const& take) const {
  state_->locked([&] {
    for (Rows rows(state_->file.prepared(all_articles)); rows.next();) {
      AuditArticle const article{static_cast<std::uint64_t>(rows.integer(0)),
                                 static_cast<std::uint64_t>(rows.integer(1)),
                                 rows.text(2),
                                 rows.text(3),
                                 rows.text(4),
                                 rows.text(5),
                                 rows.text(6),
                                 rows.text(7),
                                 rows.text(8),
                                 rows.text(9),
                                 rows.text(10)};
      take(article, {rows.text(11), false, {}, rows.text(12)});
    }
  });
}

}  // namespace quoth::db
