// SPDX-License-Identifier: MIT
#include "db/sources/verify.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <optional>

#include "db/index/chunk.hpp"
#include "db/index/extents.hpp"
#include "db/index/posting_index.hpp"
#include "db/index/posting_runs.hpp"
#include "db/sources/source_reader.hpp"
#include "db/sources/turns.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::db {

namespace {

constexpr char const* check_file = "PRAGMA integrity_check";
constexpr char const* check_references = "PRAGMA foreign_key_check";
constexpr char const* sources_by_chunk = "SELECT number FROM source ORDER BY first_chunk";
constexpr char const* last_heading = "SELECT ifnull(max(utterance), -1) FROM heading WHERE source = ?";
constexpr char const* heard_words_of_nobody =
    "SELECT count(*) FROM heard_words WHERE chunk < 0 OR chunk >= ifnull((SELECT first_chunk + chunks FROM source "
    "WHERE first_chunk <= chunk AND chunks > 0 ORDER BY first_chunk DESC LIMIT 1), 0)";
// Of the time; the rest goes to the index.
constexpr double share_of_texts = 0.8;
// The most faults reported.
constexpr std::size_t most_faults = 50;

// The longest time between two moments at which others can write, where no single step takes longer. Those that do, the
// check of the file and the count of a segment's entries, take some seconds a gigabyte.
constexpr std::chrono::milliseconds longest_slice{250};
constexpr int attempts_in_slices = 3;

// That the store was written between two slices.
struct Changed {};

enum class Lock { of_caller, kept, in_slices };

// A read transaction that is given up for a moment now and then.
class SlicedSnapshot {
 public:
  SlicedSnapshot(Connection& connection, Lock lock) : connection_(connection), lock_(lock) {
    if (lock != Lock::of_caller) begin();
    version_ = connection.version();
  }

  // Lets others write where the lock is to be given up and has been held for long enough. Throws Changed if one did.
  void pause() {
    if (lock_ != Lock::in_slices || Clock::now() - begin_ < longest_slice) return;
    snapshot_.reset();
    begin();
    if (connection_.version() != version_) throw Changed{};
  }

 private:
  using Clock = std::chrono::steady_clock;

  void begin() {
    snapshot_.emplace(connection_);
    begin_ = Clock::now();
  }

  Connection& connection_;
  Lock lock_;
  std::optional<Snapshot> snapshot_;
  std::int64_t version_ = 0;
  Clock::time_point begin_;
};

std::filesystem::path folder_of_temporary_files() {
  std::error_code failed;
  auto folder = std::filesystem::temp_directory_path(failed);
  if (failed)
    throw Error("TMPDIR names no folder of temporary files (" + failed.message() + "); name one, or unset it");
  return folder;
}

class Verifier {
 public:
  Verifier(Connection& connection, Lock lock, VerifyProgress const& progress)
      : progress_(progress),
        connection_(connection),
        snapshot_(connection, lock),
        reader_(connection),
        index_(connection),
        state_(index_.state()),
        runs_(folder_of_temporary_files()) {}

  std::vector<std::string> run() {
    check_structure();
    if (!faults_.empty()) return faults_;
    snapshot_.pause();
    std::vector<std::int64_t> sources;
    for (Rows rows(connection_.prepared(sources_by_chunk)); rows.next();) sources.push_back(rows.integer(0));
    for (std::size_t i = 0; i < sources.size(); ++i) {
      check_source(sources[i]);
      snapshot_.pause();
      tell(share_of_texts * static_cast<double>(i + 1) / static_cast<double>(sources.size()));
    }
    check_heard_words();
    check_extents(connection_);
    check_index();
    return faults_;
  }

 private:
  void tell(double done) const {
    if (progress_) progress_(done);
  }

  void fault(std::string line) {
    if (faults_.size() < most_faults) faults_.push_back(std::move(line));
  }

  void check_structure() {
    for (Rows rows(connection_.prepared(check_file)); rows.next();)
      if (rows.bytes(0) != "ok") fault("file: " + rows.text(0));
    for (Rows rows(connection_.prepared(check_references)); rows.next();)
      fault("file: a row of " + rows.text(0) + " refers to a missing row of " + rows.text(2));
  }

  void check_source(std::int64_t number) {
    try {
      auto const source = reader_.by_number(number);
      if (!source) return;
      check_text(*source);
      check_fields(*source);
    } catch (StoreError const& error) {
      fault("source number " + std::to_string(number) + ": " + error.what());
    }
  }

  void check_fields(StoredSource const& source) {
    auto const& record = source.record;
    auto const turns = turns_of(reader_, source.extent);  // reads headings and words, and throws where they are damaged
    bool is_utf8 = true;
    for (auto const* field : {&record.author, &record.issuer, &record.language})
      is_utf8 = is_utf8 && text::valid_utf8(*field);
    for (auto const& turn : turns) is_utf8 = is_utf8 && text::valid_utf8(turn.heading);
    if (!is_utf8) fault("source " + record.id + ": a field is not UTF-8");
    Rows last(connection_.prepared(last_heading), record.number);
    if (last.next() && last.integer(0) >= record.utterances)
      fault("source " + record.id + ": a heading stands behind its text");
  }

  void check_heard_words() {
    Rows lost(connection_.prepared(heard_words_of_nobody));
    if (lost.next() && lost.integer(0) > 0)
      fault("file: the times of " + std::to_string(lost.integer(0)) + " pieces of text that are not there");
  }

  // Splitting the stored text into chunks must give the stored chunks. The text's shingles are collected for comparison
  // with the index.
  void check_text(StoredSource const& source) {
    auto const broken = [&] { fault("source " + source.record.id + ": its text is not as it was ingested"); };
    if (source.extent.first_chunk < end_of_last_) return broken();
    end_of_last_ = source.extent.last_chunk;
    Passages stored;
    try {
      reader_.passages(source.extent.first_chunk, source.extent.last_chunk, stored);
    } catch (StoreError const&) {
      return broken();
    }
    auto const& passages = stored.rows;
    std::vector<Utterance> utterances;
    for (auto const& passage : passages) {
      if (passage.utterance > utterances.size()) return broken();
      if (passage.utterance == utterances.size()) utterances.emplace_back();
      utterances[passage.utterance].text += passage.text;
    }
    auto chunks = cut_into_chunks(utterances);
    bool same =
        chunks.pieces.size() == passages.size() && chunks.word_count == source.record.words &&
        utterances.size() == source.record.utterances &&
        static_cast<std::int64_t>(chunks.chunk_ends.size()) == source.extent.last_chunk - source.extent.first_chunk;
    for (std::size_t i = 0; same && i < passages.size(); ++i) {
      auto const& piece = chunks.pieces[i];
      same = passages[i].chunk == source.extent.first_chunk + piece.chunk && passages[i].text == piece.text &&
             passages[i].first_word == piece.first_word && passages[i].utterance == piece.utterance;
    }
    if (!same) return broken();
    add_shingles(chunks, static_cast<std::uint32_t>(source.extent.first_chunk), runs_);
  }

  void check_index() {
    std::uint64_t missing = 0, foreign = 0;
    std::vector<Posting> expected, stored, difference;
    for (std::uint32_t part = 0; part < PostingRuns::parts; ++part) {
      expected.clear();
      stored.clear();
      runs_.take(part, expected);
      auto const first = part == 0 ? 0 : PostingRuns::end_of_part(part - 1);
      for (auto const& segment : state_.segments)
        index_.read_all(segment, first, PostingRuns::end_of_part(part), stored);
      std::erase_if(stored, [&](Posting posting) { return state_.is_dead(chunk_of(posting)); });
      std::ranges::sort(stored);
      difference.clear();
      std::ranges::set_difference(expected, stored, std::back_inserter(difference));
      missing += difference.size();
      difference.clear();
      std::ranges::set_difference(stored, expected, std::back_inserter(difference));
      foreign += difference.size();
      snapshot_.pause();
      tell(share_of_texts + (1 - share_of_texts) * (part + 1) / PostingRuns::parts);
    }
    auto const counts_are_right = [&](Segment const& segment) {
      snapshot_.pause();
      return index_.counts_are_right(segment);
    };
    if (!std::ranges::all_of(state_.segments, counts_are_right))
      fault("index: it counts its entries wrongly; some words will not be found");
    if (missing > 0) fault("index: " + std::to_string(missing) + " entries are missing; some words will not be found");
    if (foreign > 0) fault("index: " + std::to_string(foreign) + " entries name words that are not in the texts");
  }

  VerifyProgress const& progress_;
  Connection& connection_;
  SlicedSnapshot snapshot_;
  SourceReader reader_;
  PostingIndex index_;
  IndexState state_;
  PostingRuns runs_;
  std::int64_t end_of_last_ = 0;  // one past the chunks of the previous source
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> verify_store(Connection& connection, bool is_held, VerifyProgress const& progress) {
  if (is_held) return Verifier(connection, Lock::of_caller, progress).run();
  for (int attempt = 0; attempt < attempts_in_slices; ++attempt) {
    try {
      return Verifier(connection, Lock::in_slices, progress).run();
    } catch (Changed const&) {
      // What was read belongs to a state that is no more.
    }
  }
  return Verifier(connection, Lock::kept, progress).run();
}

}  // namespace quoth::db
