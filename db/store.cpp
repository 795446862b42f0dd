// SPDX-License-Identifier: MIT
#include "quoth/store.hpp"

#include <SQLiteCpp/Savepoint.h>

#include <algorithm>

#include "candidate_search.hpp"
#include "connection.hpp"
#include "people.hpp"
#include "source_reader.hpp"
#include "source_writer.hpp"
#include "verify.hpp"
#include "window.hpp"

namespace quoth {

namespace {

constexpr char const* store_counts =
    "SELECT count(*), ifnull(sum(utterances), 0), ifnull(sum(words), 0), ifnull(sum(bytes), 0), "
    "(SELECT count(DISTINCT name) FROM speaker) FROM source";

}  // namespace

struct Store::State {
  State(std::filesystem::path const& file, Access access)
      : connection(file, access), reader(connection), people(connection), search(connection), writer(connection) {}

  // Every call sees one state of the store and fails, where it fails, with an Error.
  template <typename Action>
  auto in_transaction(SQLite::TransactionBehavior behavior, Action const& action) {
    try {
      if (bulk) {
        SQLite::Savepoint savepoint(connection.database(), "one_call");
        auto result = action();
        savepoint.release();
        return result;
      }
      SQLite::Transaction transaction(connection.database(), behavior);
      auto result = action();
      transaction.commit();
      return result;
    } catch (SQLite::Exception const& failure) {
      throw connection.error(failure);
    }
  }
  template <typename Action>
  auto reading(Action const& action) {
    return in_transaction(SQLite::TransactionBehavior::DEFERRED, action);
  }
  template <typename Action>
  auto writing(Action const& action) {
    return in_transaction(SQLite::TransactionBehavior::IMMEDIATE, action);
  }

  Connection connection;
  SourceReader reader;
  People people;
  CandidateSearch search;
  SourceWriter writer;
  std::optional<SQLite::Transaction> bulk;
};

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(std::filesystem::path const& file) { return Store(std::make_unique<State>(file, Access::read)); }

Store Store::open_writable(std::filesystem::path const& file) {
  return Store(std::make_unique<State>(file, Access::write));
}

Ingested Store::ingest(Source const& source) {
  return state_->writing([&] {
    auto digest = content_digest(source);
    auto known = state_->reader.by_id(source.id);
    if (known && known->digest == digest) return Ingested::unchanged;
    if (known) state_->writer.remove(*known);
    state_->writer.add(source, digest);
    return known ? Ingested::replaced : Ingested::added;
  });
}

bool Store::remove(std::string_view id) {
  return state_->writing([&] {
    auto known = state_->reader.by_id(id);
    if (known) state_->writer.remove(*known);
    return known.has_value();
  });
}

void Store::begin_bulk() {
  try {
    if (!state_->bulk) state_->bulk.emplace(state_->connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
  } catch (SQLite::Exception const& failure) {
    throw state_->connection.error(failure);
  }
}

void Store::finish_bulk() {
  try {
    if (state_->bulk) state_->bulk->commit();
    state_->bulk.reset();
  } catch (SQLite::Exception const& failure) {
    throw state_->connection.error(failure);
  }
}

std::vector<SourceRecord> Store::sources() const {
  return state_->reading([&] { return state_->reader.all(); });
}

std::optional<SourceRecord> Store::find(std::string_view id) const {
  return state_->reading([&]() -> std::optional<SourceRecord> {
    auto source = state_->reader.by_id(id);
    if (!source) return std::nullopt;
    return source->record;
  });
}

std::vector<Turn> Store::turns(std::int64_t source) const {
  return state_->reading([&] {
    std::vector<Passage> passages;
    auto stored = state_->reader.by_number(source);
    if (stored) state_->reader.passages(stored->first_chunk, stored->first_chunk + stored->chunks, passages);
    return turns_of(state_->reader, passages);
  });
}

StoreStats Store::stats() const {
  return state_->reading([&] {
    Rows rows(state_->connection.prepared(store_counts));
    rows.next();
    auto number = [&](int column) { return static_cast<std::uint64_t>(rows.integer(column)); };
    StoreStats stats;
    stats.sources = number(0);
    stats.utterances = number(1);
    stats.words = number(2);
    stats.text_bytes = number(3);
    stats.people = number(4);
    std::error_code ignored;
    stats.file_bytes = std::filesystem::file_size(state_->connection.file(), ignored);
    return stats;
  });
}

std::vector<std::string> Store::verify() const {
  return state_->reading([&] { return verify_store(state_->connection); });
}

std::vector<Candidate> Store::candidates(Query const& query) const {
  return state_->reading([&] { return state_->search.find(query); });
}

Coverage Store::coverage(std::string_view speaker) const {
  return state_->reading([&] { return state_->people.coverage(speaker); });
}

}  // namespace quoth
