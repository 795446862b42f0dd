// SPDX-License-Identifier: MIT
#include "db/upgrade.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "db/sources/older_store.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/store_file.hpp"
#include "db/sqlite/store_lock.hpp"
#include "db/sqlite/store_swap.hpp"
#include "quoth/store.hpp"

namespace quoth::db {

namespace {

namespace fs = std::filesystem;

constexpr char const* insert_ruling = "INSERT INTO ruling (number, kind, name, other, source) VALUES (?, ?, ?, ?, ?)";
constexpr char const* forget_sequence = "DELETE FROM sqlite_sequence WHERE name = 'ruling'";
constexpr char const* insert_sequence = "INSERT INTO sqlite_sequence (name, seq) VALUES ('ruling', ?)";
constexpr char const* update_origin = "UPDATE source SET digest = ?, ingested = ? WHERE id = ?";

using Complain = std::function<void(std::string const&)>;
using Stop = std::function<bool()>;

class Upgrade {
 public:
  Upgrade(fs::path const& file, Complain const& complain, Stop const& stop)
      : connection_(file, Access::read_older), snapshot_(connection_), complain_(complain), stop_(stop) {}

  // Into an empty file.
  UpgradeCounts run(fs::path const& into) {
    into_ = into;
    try {
      older_.emplace(connection_);
      copy_rulings();
      copy_sources();
      copy_origins();
      refuse_when_stopped();
      return counts_;
    } catch (SQLite::Exception const& failure) {
      throw connection_.error(failure);
    }
  }

 private:
  struct Origin {
    std::string id;
    std::int64_t digest = 0;
    std::string ingested;
  };

  // First, so that they hold for the labels of every source.
  void copy_rulings() {
    Connection fresh(into_, Access::write);
    SQLite::Transaction transaction(fresh.database(), SQLite::TransactionBehavior::IMMEDIATE);
    for (auto const& ruling : older_->rulings())
      Rows(fresh.prepared(insert_ruling), ruling.number, to_string(ruling.kind), ruling.name, ruling.other,
           ruling.source)
          .run();
    if (auto const last = older_->last_ruling(); last > 0) {
      Rows(fresh.prepared(forget_sequence)).run();
      Rows(fresh.prepared(insert_sequence), last).run();
    }
    transaction.commit();
  }

  void copy_sources() {
    auto store = Store::open_writable(into_);
    store.begin_bulk();
    for (auto const number : older_->sources()) {
      refuse_when_stopped();
      auto older = read(number);
      if (older) copy(store, *older);
    }
    store.finish_bulk();
  }

  void refuse_when_stopped() const {
    if (stop_ && stop_()) throw Error(connection_.file().string() + ": stopped; it stays as it is");
  }

  std::optional<OlderSource> read(std::int64_t number) {
    try {
      return older_->read(number);
    } catch (SQLite::Exception const& failure) {
      lose("source " + std::to_string(number) + ": " + connection_.error(failure).what());
    } catch (Error const& error) {
      lose(error.what());
    }
    return std::nullopt;
  }

  void copy(Store& store, OlderSource& older) {
    try {
      store.ingest(older.source);
    } catch (StoreError const&) {
      throw;
    } catch (Error const& error) {
      return lose(error.what());
    }
    ++counts_.sources;
    origins_.push_back({std::move(older.source.id), older.digest, std::move(older.ingested)});
  }

  void lose(std::string const& why) {
    ++counts_.lost;
    complain_(why);
  }

  // A digest is of all that the file said, of which a store does not keep all: with the old one, the same file is still
  // known when it is ingested again.
  void copy_origins() {
    Connection fresh(into_, Access::write);
    SQLite::Transaction transaction(fresh.database(), SQLite::TransactionBehavior::IMMEDIATE);
    for (auto const& origin : origins_)
      Rows(fresh.prepared(update_origin), origin.digest, origin.ingested, origin.id).run();
    transaction.commit();
  }

  Connection connection_;
  Snapshot snapshot_;
  std::optional<OlderStore> older_;
  fs::path into_;
  Complain const& complain_;
  Stop const& stop_;
  std::vector<Origin> origins_;
  UpgradeCounts counts_;
};

// Under a second name, or a copy where the file system has no such names.
void keep(fs::path const& file, fs::path const& kept) {
  std::error_code failed;
  fs::create_hard_link(file, kept, failed);
  if (failed && !stands_there(kept)) fs::copy_file(file, kept, failed);
  if (failed) throw Error(kept.string() + ": cannot be made (" + failed.message() + ")");
}

}  // namespace

UpgradeCounts upgrade_store(fs::path const& file, fs::path const& into, Complain const& complain, Stop const& stop) {
  Upgrade upgrade(file, complain, stop);
  if (stands_there(into)) throw Error(into.string() + ": is there already; name a new file, or remove it");
  StoreSwap swap(into);
  auto const counts = upgrade.run(swap.fresh());
  swap.put_in_place(file);
  return counts;
}

UpgradeCounts upgrade_store_in_place(fs::path const& file, fs::path const& kept, Complain const& complain,
                                     Stop const& stop) {
  auto const place = real_file(file);  // a link stays one
  if (stands_there(kept)) throw Error(kept.string() + ": is there already; move it away first");
  Upgrade upgrade(place, complain, stop);
  // Only now: while it is held, a journal that a crash left looks like that of a writer at work.
  StoreLock const lock(place, StoreLock::Against::writers);
  StoreSwap swap(place);
  auto const counts = upgrade.run(swap.fresh());
  keep(place, kept);
  try {
    swap.put_in_place(lock);
  } catch (...) {
    std::error_code ignored;
    fs::remove(kept, ignored);
    throw;
  }
  return counts;
}

}  // namespace quoth::db
