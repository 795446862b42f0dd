// SPDX-License-Identifier: MIT
#include "quoth/store.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "db/bulk_ingest.hpp"
#include "db/index/extents.hpp"
#include "db/search/phrase_model.hpp"
#include "db/search/search_session.hpp"
#include "db/sources/people.hpp"
#include "db/sources/rulings.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sources/source_writer.hpp"
#include "db/sources/turns.hpp"
#include "db/sources/verify.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/digest.hpp"
#include "db/sqlite/versioned_cache.hpp"
#include "text/model/source_fault.hpp"

namespace quoth {

namespace {

constexpr char const* store_counts =
    "SELECT count(*), ifnull(sum(utterances), 0), ifnull(sum(words), 0), ifnull(sum(bytes), 0), "
    "(SELECT count(DISTINCT name) FROM speaker) FROM source";

constexpr char const* source_digests = "SELECT id, digest FROM source";
constexpr char const* other_of_digest = "SELECT id FROM source WHERE digest = ? AND id <> ? ORDER BY id LIMIT 1";

}  // namespace

struct Store::State {
  // Runs `action`; turns an SQLite::Exception into an Error.
  template <typename Action>
  auto guarded(Action const& action) {
    try {
      return action();
    } catch (SQLite::Exception const& failure) {
      throw connection.error(failure);
    }
  }

  State(std::filesystem::path const& file, db::Access access, CutOffIngest cut_off = CutOffIngest::refuse)
      : connection(file, access, cut_off),
        reader(connection),
        people(connection),
        rulings(connection, people),
        search(connection),
        writer(connection),
        bulk(connection, writer) {
    if (access == db::Access::write) guarded([&] { db::check_extents(connection); });
  }

  // Runs `action` on one state of the store.
  template <typename Action>
  auto reading(Action const& action) {
    return guarded([&] {
      if (bulk.is_open() || held) return action();
      db::Snapshot snapshot(connection);
      return action();
    });
  }
  template <typename Action>
  auto writing(Action const& action) {
    refuse_while_held();
    return guarded([&] {
      decltype(action()) result{};
      bulk.run([&] { result = action(); });
      return result;
    });
  }

  // Keeps one snapshot over several calls of `reading`; see Store::Reading. Gives its number.
  std::size_t hold(std::function<bool()> stop) {
    refuse_in_bulk("a Reading");
    bool const may_stop = static_cast<bool>(stop);
    auto const number = ++last_reading;
    stops.emplace(number, std::move(stop));
    try {
      if (!held) guarded([&] { held.emplace(connection); });
      if (may_stop) connection.stop_when([this] { return is_to_stop(); });
    } catch (...) {
      let_go(number);
      throw;
    }
    return number;
  }
  void let_go(std::size_t number) noexcept {
    stops.erase(number);
    if (!stops.empty()) return;
    connection.stop_when({});  // before the snapshot ends, which must not be stopped
    held.reset();
  }
  bool is_to_stop() const {
    return std::ranges::any_of(stops, [](auto const& one) { return one.second && one.second(); });
  }
  void refuse_in_bulk(char const* what) const {
    if (bulk.is_open()) throw Error(connection.file().string() + ": a bulk is open; finish it before " + what);
  }
  void refuse_while_held() const {
    if (held) throw Error(connection.file().string() + ": is held by a Reading; end that before writing");
  }

  std::vector<std::int64_t> read_contents() {
    db::Digest of_rulings;
    auto const ruled = rulings.all();
    for (auto const& ruling : ruled) {
      of_rulings.add(to_string(ruling.kind));
      for (auto const* part : {&ruling.name, &ruling.other, &ruling.source}) of_rulings.add(*part);
    }
    std::vector<std::int64_t> digests;
    for (db::Rows rows(connection.prepared(source_digests)); rows.next();) {
      db::Digest digest;
      digest.add(rows.bytes(0));
      digest.add(std::to_string(rows.integer(1)));
      if (!ruled.empty()) digest.add(std::to_string(of_rulings.value()));
      digests.push_back(digest.value());
    }
    std::ranges::sort(digests);
    return digests;
  }

  db::Connection connection;
  db::SourceReader reader;
  db::StoredPeople people;
  db::Rulings rulings;
  db::SearchContext search;
  db::PhraseModel::Cache phrases;
  db::SourceWriter writer;
  db::BulkIngest bulk;
  db::VersionedCache<int, std::vector<std::int64_t>> contents{1};
  std::optional<db::Snapshot> held;
  std::map<std::size_t, std::function<bool()>> stops;  // of the Readings that live; `held` is there while there are any
  std::size_t last_reading = 0;
};

void IngestCounts::count(Ingested outcome) {
  added += outcome == Ingested::added;
  replaced += outcome == Ingested::replaced;
  unchanged += outcome == Ingested::unchanged;
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(std::filesystem::path const& file, CutOffIngest cut_off) {
  return Store(std::make_unique<State>(file, db::Access::read, cut_off));
}

Store Store::open_writable(std::filesystem::path const& file, std::function<void(std::string const&)> tell) {
  Store store(std::make_unique<State>(file, db::Access::write));
  store.state_->connection.when_waiting(std::move(tell));
  return store;
}

Ingested Store::ingest(Source const& source) {
  for (auto const& [label, speaker] : source.speakers)
    if (speaker.aliases.size() > db::most_aliases)
      throw Error("speaker \"" + speaker.name + "\" has over " + std::to_string(db::most_aliases) +
                  " aliases; leave some out");
  if (auto const fault = text::fault_in(source); !fault.empty())
    throw Error("source " + source.id.substr(0, source.id.find('\0')) + ": " + fault);
  auto const outcome = state_->writing([&] {
    auto digest = db::content_digest(source);
    auto known = state_->reader.by_id(source.id);
    if (known && known->digest == digest) return Ingested::unchanged;
    if (known) state_->writer.remove(*known);
    state_->writer.add(source, digest);
    return known ? Ingested::replaced : Ingested::added;
  });
  state_->bulk.count(outcome);
  return outcome;
}

std::optional<std::string> Store::same_content(Source const& source) const {
  auto const digest = db::content_digest(source);
  return state_->reading([&]() -> std::optional<std::string> {
    db::Rows rows(state_->connection.prepared(other_of_digest), digest, source.id);
    if (!rows.next()) return std::nullopt;
    return std::string(rows.text(0));
  });
}

IngestCounts Store::committed() const { return state_->bulk.committed(); }

bool Store::remove(std::string_view id) {
  return state_->writing([&] {
    auto known = state_->reader.by_id(id);
    if (known) state_->writer.remove(*known);
    return known.has_value();
  });
}

void Store::begin_bulk() {
  state_->refuse_while_held();
  state_->guarded([&] {
    if (!state_->bulk.is_open()) state_->bulk.begin();
  });
}

void Store::finish_bulk() {
  state_->guarded([&] {
    if (state_->bulk.is_open()) state_->bulk.finish();
  });
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
    auto const stored = state_->reader.by_number(source);
    return stored ? db::turns_of(state_->reader, stored->extent) : std::vector<Turn>();
  });
}

std::vector<std::int64_t> Store::contents() const {
  return state_->reading(
      [&] { return state_->contents.get(0, state_->connection.version(), [&] { return state_->read_contents(); }); });
}

std::string Store::version() const {
  db::Digest digest;
  for (auto const source : contents()) digest.add(std::to_string(source));
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(digest.value()));
  return text.data();
}

std::int64_t Store::revision() const { return state_->connection.version(); }

StoreStats Store::stats() const {
  return state_->reading([&] {
    db::Rows rows(state_->connection.prepared(store_counts));
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
  state_->refuse_in_bulk("it is verified");  // the index lacks what the bulk has set aside
  return state_->guarded([&] { return db::verify_store(state_->connection, state_->held.has_value()); });
}

std::vector<Candidate> Store::candidates(Query const& query) const {
  return state_->reading([&] { return db::SearchSession(state_->search, query).candidates(); });
}

std::vector<StoredSpeaker> Store::speakers() const {
  return state_->reading([&] { return state_->people.all(); });
}

std::int64_t Store::add_ruling(Ruling const& ruling) {
  return state_->writing([&] { return state_->rulings.add(ruling); });
}

bool Store::undo_ruling(std::int64_t number) {
  return state_->writing([&] { return state_->rulings.remove(number); });
}

std::vector<Ruling> Store::rulings() const {
  return state_->reading([&] { return state_->rulings.all(); });
}

PhraseOdds Store::odds(std::string_view words, double improbable, std::size_t occurrences) const {
  return state_->reading([&] {
    return db::PhraseModel(state_->phrases, state_->connection, state_->search.index)
        .odds(words, improbable, occurrences);
  });
}

Coverage Store::coverage(std::string_view speaker) const {
  return state_->reading([&] { return Coverage(state_->people.coverage(speaker)); });
}

Coverage Store::unnamed_coverage(std::function<bool(std::string_view)> const& is_name) const {
  return state_->reading([&] { return state_->people.unnamed_coverage(is_name); });
}

bool Store::holds(Occasion const& occasion) const {
  return state_->reading([&] { return state_->people.hold(occasion); });
}

Store::Reading::Reading(Store const& store, std::function<bool()> stop) {
  auto const number = store.state_->hold(std::move(stop));
  state_ = {store.state_.get(), End{number}};
}

Store::Reading::~Reading() = default;

void Store::Reading::End::operator()(State* state) const noexcept { state->let_go(number); }

}  // namespace quoth
