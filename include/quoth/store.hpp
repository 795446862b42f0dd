// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/candidate.hpp"
#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth {

/// How much a store holds.
struct StoreStats {
  std::uint64_t sources = 0;
  std::uint64_t utterances = 0;
  std::uint64_t words = 0;
  std::uint64_t people = 0;
  std::uint64_t text_bytes = 0;  ///< of all utterances, in UTF-8
  std::uint64_t file_bytes = 0;  ///< of the store on disk
};

/// What came of an ingest: see Store::ingest.
enum class Ingested { added, unchanged, replaced };

/// What has reached the disk.
struct IngestCounts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;

  /// Counts one more.
  void count(Ingested outcome);
};

/// An ingest that was cut off leaves its journal beside the store. Playing it back makes the store whole again, but
/// writes to it, which only those who ask for it may do: a stranger may have put both there.
enum class CutOffIngest { refuse, roll_back };

/// One SQLite file with sources, people and the index over their words. Every method throws Error where the file is
/// missing, no store or made by a newer quoth, and StoreError where it is locked for too long, full or damaged. A Store
/// may move between threads but serves one at a time; open one for each thread.
class Store {
 public:
  class Reading;

  /// Read-only, for any number of processes. The file must exist. Unless `cut_off` allows it nothing is written, and a
  /// StoreError says what to do where an ingest was cut off. Where another file is put in place of it (`quoth store
  /// restore`), the answers stay those of the old one until it is opened again.
  static Store open(std::filesystem::path const& file, CutOffIngest cut_off = CutOffIngest::refuse);
  /// For ingesting; made where it does not exist, whole again where an ingest was cut off. An older one is refused.
  /// What is written waits, however long, for others who read at that moment; after two seconds `tell` gets a sentence
  /// on it.
  static Store open_writable(std::filesystem::path const& file, std::function<void(std::string const&)> tell = {});

  /// The other may only be assigned to or go away afterwards.
  Store(Store&&) noexcept;
  /// Closes what this one had open.
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// One transaction: all of it or nothing. The same id with the same content is `unchanged`; with other content the
  /// old one is replaced.
  Ingested ingest(Source const& source);
  /// The id of another source with the same content: text, speakers, title and what else it says of itself; nothing
  /// where there is none.
  std::optional<std::string> same_content(Source const& source) const;
  /// False where there is no such source.
  bool remove(std::string_view id);
  /// For many sources at once: what follows is one transaction (a few, where it is more than fits), which `finish_bulk`
  /// writes; until then neither this Store nor any other sees it in an answer. A Store that goes away without it leaves
  /// the file as it was, or as the last of those few transactions left it (see `committed`). A source that the store
  /// cannot take is left out (Error), and the others are kept; where the store itself fails (StoreError) the bulk is
  /// given up likewise.
  void begin_bulk();
  /// Writes what came since `begin_bulk`.
  void finish_bulk();
  /// What came of the calls of `ingest` whose outcome has been committed.
  IngestCounts committed() const;

  /// Decides on who is who, which changes verdicts and so the version; gives the ruling's number. Throws Error where
  /// the store holds nobody whom it is about.
  std::int64_t add_ruling(Ruling const& ruling);
  /// False where there is none of that number.
  bool undo_ruling(std::int64_t number);
  /// All rulings, by number.
  std::vector<Ruling> rulings() const;
  /// Everybody who speaks in a source, under the rulings.
  std::vector<StoredSpeaker> speakers() const;

  /// All sources.
  std::vector<SourceRecord> sources() const;
  /// The source of that id; nothing where there is none.
  std::optional<SourceRecord> find(std::string_view id) const;
  /// The utterances of the source of that number (SourceRecord::number), in order.
  std::vector<Turn> turns(std::int64_t source) const;
  /// How much it holds.
  StoreStats stats() const;
  /// A digest of each source's id and content under the rulings, sorted: a store that has all of another's has grown
  /// from it.
  std::vector<std::int64_t> contents() const;
  /// 16 hexadecimal digits that change with what the store holds, and with nothing else.
  std::string version() const;
  /// A number that changes when the file is written, by this Store or another; of no meaning to any other Store. Costs
  /// next to nothing.
  std::int64_t revision() const;
  /// Compares the index with the texts; one line for each fault, none when all is well. Others can write meanwhile,
  /// unless a Reading is held. Throws Error during a bulk, which is not in the index before it ends.
  std::vector<std::string> verify() const;

  /// The sources that hold the words, or words near to them, best first.
  std::vector<Candidate> candidates(Query const& query) const;
  /// How probable the words are, by how often they, their pairs and their triples stand in the store, besides the
  /// `occurrences` of which it is asked whether they are accidents. Once the logarithm of the probability is below
  /// `improbable`, the other words are not looked at.
  PhraseOdds odds(std::string_view words, double improbable = -60, std::size_t occurrences = 1) const;
  /// Everything the store holds of the person of that name (see same_person), also by alias or role.
  Coverage coverage(std::string_view speaker) const;
  /// Everything in the transcripts that name nobody: in which `is_name` holds for no name of a speaker; and in
  /// `documents` the number of all documents. Reads all names.
  Coverage unnamed_coverage(std::function<bool(std::string_view)> const& is_name) const;
  /// Whether that person speaks on the day, on one of those before it, or in one of the sources.
  bool holds(Occasion const& occasion) const;

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Holds a Store at one state: while it lives, all answers of the Store are of the state at its beginning, whatever
/// others write, and each costs less, since the file need not be locked and looked at anew. Several of one Store may
/// live at once; the last to go away ends it. Others who write wait for that, and who begins
/// to read meanwhile waits for them, 30 seconds at most: hold it for one article rather than for an archive, and never
/// two Stores of one file on one thread. The Store must outlive it, may be moved meanwhile, and may not write: what
/// would, throws Error. Serves the thread that the Store serves.
class Store::Reading {
 public:
  /// Throws StoreError as the Store's methods do, and Error during a bulk. `stop` is asked every few milliseconds while
  /// the store is read through SQL, as a damaged or hostile one may take long: once it is true for one of those that
  /// live, what was asked of the Store throws StoreError. It must not throw.
  explicit Reading(Store const& store, std::function<bool()> stop = {});
  /// One that is moved from holds nothing.
  Reading(Reading&&) noexcept = default;
  /// Ends what this one held.
  Reading& operator=(Reading&&) noexcept = default;
  /// Where it is the last of its Store, the next answer is of the newest state.
  ~Reading();

 private:
  struct End {
    std::size_t number;  // among those of its Store
    void operator()(State* state) const noexcept;
  };
  std::unique_ptr<State, End> state_;
};

}  // namespace quoth
