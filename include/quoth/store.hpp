// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth {

// A source as the store knows it.
struct SourceRecord {
  std::int64_t number = 0;  // the store's own number for it
  std::string id;
  std::string title;
  std::string date;
  std::string url;
  TranscriptKind kind = TranscriptKind::spoken;
  std::string path;
  std::string sha256;
  std::string ingested;  // ISO 8601, UTC
  std::uint32_t utterances = 0;
  std::uint32_t words = 0;
};

// Where a turn's words stand in print: from the word of that number in the source on. See PrintedLine.
struct PrintedWord {
  std::uint32_t first_word = 0;
  std::string page;
  std::uint32_t line = 0;
};

// An utterance, or a stretch of a long one, as read back.
struct Turn {
  std::uint32_t utterance = 0;   // 0-based, in its source
  std::uint32_t first_word = 0;  // number of its first word (as split_words counts) in the source
  std::string label;             // as the transcript prints it
  std::string speaker;           // the name the label stands for; the label itself where none is known; may be empty
  std::string role;
  std::vector<std::string> aliases;
  std::optional<double> start;
  std::optional<double> end;
  std::string text;
  std::vector<PrintedWord> printed;  // in order; empty where the source has no pages
};

// A stretch of a source around a place where the query's words stand, whole turns or parts of them, in order, with
// some 60 words of context on both sides where the source has them.
struct Window {
  std::vector<Turn> turns;
};

// A source that may hold the quotation: its windows in the order of the source, and how strongly it matches.
struct Candidate {
  SourceRecord source;
  std::vector<Window> windows;
  double score = 0;          // 1 where the words stand there one by one, less for each that differs; in [0, 1]
  bool has_speaker = false;  // whether the claimed speaker says anything in it
  bool by_ties = false;      // whether what breaks ties kept sources out that hold the words as well
};

// What to look for. Only `words` finds; the rest breaks ties between places that hold the same words.
struct Query {
  std::string_view words{};              // UTF-8, marks and tags already removed
  std::string_view speaker{};            // the claimed one; may be empty
  std::string_view date{};               // the article's; may be empty
  std::vector<std::int64_t> favoured{};  // sources of the article's other quotations
  std::size_t limit = 8;                 // at most so many candidates, best first
};

// What the store holds of one person.
struct Coverage {
  std::uint32_t sources = 0;
  std::uint32_t utterances = 0;
  std::string first_date;  // of the dated sources; empty where none is dated
  std::string last_date;
};

struct StoreStats {
  std::uint64_t sources = 0;
  std::uint64_t utterances = 0;
  std::uint64_t words = 0;
  std::uint64_t people = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t file_bytes = 0;
};

enum class Ingested { added, unchanged, replaced };

// What has reached the disk.
struct IngestCounts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;

  void count(Ingested outcome);
};

// An ingest that was cut off leaves its journal beside the store. Playing it back makes the store whole again, but
// writes to it, which only those who ask for it may do: a stranger may have put both there.
enum class CutOffIngest { refuse, roll_back };

// One SQLite file with sources, people and the index over their words. Every method throws Error where the file is
// missing, no store or made by a newer quoth, and StoreError where it is locked for too long, full or damaged. A Store
// may move between threads but serves one at a time; open one for each thread.
class Store {
 public:
  // Read-only, for any number of processes. The file must exist. Unless `cut_off` allows it nothing is written, and a
  // StoreError says what to do where an ingest was cut off.
  static Store open(std::filesystem::path const& file, CutOffIngest cut_off = CutOffIngest::refuse);
  // For ingesting; made where it does not exist, migrated where it is older, whole again where an ingest was cut off.
  static Store open_writable(std::filesystem::path const& file);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // One transaction: all of it or nothing. The same id with the same content is `unchanged`; with other content the
  // old one is replaced.
  Ingested ingest(Source const& source);
  // False where there is no such source.
  bool remove(std::string_view id);
  // For many sources at once: what follows is one transaction (a few, where it is more than fits), which `finish_bulk`
  // writes; until then neither this Store nor any other sees it in an answer. A Store that goes away without it leaves
  // the file as it was. A source that the store cannot take is left out (Error), and the others are kept; where the
  // store itself fails (StoreError) the bulk is given up and the file is as it was before it.
  void begin_bulk();
  void finish_bulk();
  // What came of the calls of `ingest` whose outcome has been committed.
  IngestCounts committed() const;

  // What was decided on who is who; it changes verdicts and so the version. `add_ruling` gives its number and throws
  // Error where the store holds nobody whom it is about; `undo_ruling` is false where there is none of that number.
  std::int64_t add_ruling(Ruling const& ruling);
  bool undo_ruling(std::int64_t number);
  std::vector<Ruling> rulings() const;
  std::vector<StoredSpeaker> speakers() const;

  std::vector<SourceRecord> sources() const;
  std::optional<SourceRecord> find(std::string_view id) const;
  std::vector<Turn> turns(std::int64_t source) const;
  StoreStats stats() const;
  // A digest of each source's id and content under the rulings, sorted: a store that has all of another's has grown
  // from it.
  std::vector<std::int64_t> contents() const;
  // 16 hexadecimal digits that change with what the store holds, and with nothing else.
  std::string version() const;
  // A number that changes when the file is written, by this Store or another; of no meaning to any other Store. Costs
  // next to nothing.
  std::int64_t revision() const;
  // Compares the index with the texts; one line for each fault, none when all is well.
  std::vector<std::string> verify() const;

  std::vector<Candidate> candidates(Query const& query) const;
  // Everything the store holds of the person of that name (see same_person), also by alias or role.
  Coverage coverage(std::string_view speaker) const;

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace quoth
