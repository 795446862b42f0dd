// SPDX-License-Identifier: MIT
#include "db/sources/source_writer.hpp"

#include <algorithm>
#include <utility>

#include "db/index/extents.hpp"
#include "db/sqlite/digest.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

namespace {

constexpr char const* write_counter = "UPDATE counter SET value = ? WHERE name = 'next_chunk'";
constexpr char const* insert_source =
    "INSERT INTO source (id, title, date, url, kind, path, sha256, ingested, digest, first_chunk, chunks, utterances, "
    "words, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?)";
constexpr char const* insert_label =
    "INSERT INTO label (source, label, speaker, printed, date, utterances) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char const* insert_printed_line =
    "INSERT OR IGNORE INTO printed_line (source, first_word, page, line) VALUES (?, ?, ?, ?)";
constexpr char const* insert_passage =
    "INSERT INTO passage (number, label, utterance, first_word, start, stop, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr char const* make_new_passages =
    "CREATE TEMP TABLE new_passage (number INTEGER PRIMARY KEY, label INTEGER NOT NULL, utterance INTEGER NOT NULL, "
    "first_word INTEGER NOT NULL, start REAL, stop REAL, text TEXT NOT NULL) STRICT";
constexpr char const* insert_new_passage =
    "INSERT INTO new_passage (number, label, utterance, first_word, start, stop, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr char const* delete_new_passages = "DELETE FROM new_passage WHERE number >= ? AND number < ?";
constexpr char const* move_new_passages = "INSERT INTO passage SELECT * FROM new_passage";
constexpr char const* drop_new_passages = "DROP TABLE IF EXISTS temp.new_passage";
constexpr char const* speakers_of_source =
    "SELECT speaker FROM label WHERE source = ?1 AND speaker IS NOT NULL "
    "UNION SELECT printed FROM label WHERE source = ?1 AND printed IS NOT NULL";
constexpr char const* delete_source = "DELETE FROM source WHERE number = ?";

constexpr std::uint32_t most_chunks = (1U << 28) - 1;

void add_time(Digest& digest, std::optional<double> time) { digest.add(time ? std::to_string(*time) : "-"); }

std::size_t text_bytes(Source const& source) {
  std::size_t bytes = 0;
  for (auto const& utterance : source.utterances) bytes += utterance.text.size();
  return bytes;
}

}  // namespace

std::int64_t content_digest(Source const& source) {
  Digest digest;
  for (auto const* part : {&source.title, &source.date, &source.url}) digest.add(*part);
  digest.add(to_string(source.made));
  for (auto const& [label, speaker] : source.speakers) {
    for (auto const* part : {&label, &speaker.name, &speaker.role}) digest.add(*part);
    for (auto const& alias : speaker.aliases) digest.add(alias);
    digest.add({});
  }
  for (auto const& utterance : source.utterances) {
    digest.add(utterance.speaker);
    add_time(digest, utterance.start);
    add_time(digest, utterance.end);
    digest.add(utterance.text);
  }
  for (auto const& line : source.printed) {
    for (auto const number : {line.utterance, line.byte, line.line}) digest.add(std::to_string(number));
    digest.add(line.page);
  }
  return digest.value();
}

void SourceWriter::begin_bulk() {
  connection_.database().exec(drop_new_passages);
  connection_.database().exec(make_new_passages);
  feed_.emplace(runs_);
  bulk_ = true;
}

void SourceWriter::add(Source const& source, std::int64_t digest) {
  auto const first_chunk = next_chunk(connection_);
  auto chunks = cut_into_chunks(source.utterances);
  auto const count = static_cast<std::uint32_t>(chunks.chunk_ends.size());
  if (std::uint64_t{first_chunk} + count > most_chunks)
    throw StoreError(connection_.file().string() + ": is full; begin another store");
  Rows(connection_.prepared(insert_source), source.id, source.title, source.date, source.url, to_string(source.made),
       source.path, source.sha256, digest, first_chunk, count, static_cast<std::int64_t>(source.utterances.size()),
       chunks.word_count, static_cast<std::int64_t>(text_bytes(source)))
      .run();
  auto const number = connection_.database().getLastInsertRowid();
  add_passages(source, chunks, first_chunk, add_labels(source, number));
  add_printed_lines(source, chunks, number);
  Rows(connection_.prepared(write_counter), first_chunk + count).run();
  if (count == 0) return;
  broken_ = true;
  auto const words = chunks.word_count;
  feed_ ? feed_->add(std::move(chunks), first_chunk) : add_shingles(chunks, first_chunk, runs_);
  broken_ = false;
  if (words_ == 0) chunks_.first = first_chunk;
  chunks_.last = first_chunk + count - 1;
  words_ += std::max<std::uint32_t>(words, 1);
}

void SourceWriter::add_passages(Source const& source, Chunks const& chunks, std::uint32_t first_chunk,
                                std::map<std::string, std::int64_t> const& labels) {
  auto& statement = connection_.prepared(bulk_ ? insert_new_passage : insert_passage);
  for (auto const& piece : chunks.pieces) {
    auto const& utterance = source.utterances[piece.utterance];
    Rows(statement, std::int64_t{first_chunk + piece.chunk} * pieces_per_chunk + piece.place,
         labels.at(utterance.speaker), piece.utterance, piece.first_word, utterance.start, utterance.end, piece.text)
        .run();
  }
}

void SourceWriter::add_printed_lines(Source const& source, Chunks const& chunks, std::int64_t number) {
  text::WordList words;
  std::optional<std::uint32_t> read;  // the utterance that `words` belong to
  auto piece = chunks.pieces.begin();
  for (auto const& line : source.printed) {
    while (piece != chunks.pieces.end() && piece->utterance < line.utterance) ++piece;
    if (piece == chunks.pieces.end() || piece->utterance != line.utterance) continue;
    if (read != line.utterance) text::split_words(source.utterances[line.utterance].text, words);
    read = line.utterance;
    auto const word = std::ranges::lower_bound(words, line.byte, {}, &text::Word::first) - words.begin();
    Rows(connection_.prepared(insert_printed_line), number, piece->first_word + static_cast<std::uint32_t>(word),
         line.page, line.line)
        .run();
  }
}

void SourceWriter::flush() {
  if (bulk_) {
    connection_.database().exec(move_new_passages);
    connection_.database().exec(drop_new_passages);
    if (feed_) feed_->finish();
    feed_.reset();
    bulk_ = false;
  }
  if (words_ > 0) index_.append(runs_, chunks_, words_);
  index_.sweep();
  abandon();
}

void SourceWriter::abandon() {
  feed_.reset();
  runs_.clear();
  words_ = 0;
  bulk_ = false, broken_ = false;
}

std::map<std::string, std::int64_t> SourceWriter::add_labels(Source const& source, std::int64_t number) {
  std::map<std::string, std::int64_t> utterances;
  for (auto const& utterance : source.utterances) ++utterances[utterance.speaker];
  auto const rulings = rulings_.all();
  std::map<std::string, std::int64_t> numbers;
  for (auto const& [label, count] : utterances) {
    auto known = source.speakers.find(label);
    std::optional<std::int64_t> speaker;
    std::optional<std::int64_t> printed;
    bool const named = known != source.speakers.end() && !known->second.name.empty();
    if (named || !label.empty()) {
      auto const as_printed = named ? known->second : Speaker{label, {}, {}};
      printed = people_.add(as_printed);
      speaker = rulings.empty() ? printed : people_.add(ruled(as_printed, source.id, rulings));
      if (speaker == printed) printed.reset();
    }
    Rows(connection_.prepared(insert_label), number, label, speaker, printed, source.date, count).run();
    numbers[label] = connection_.database().getLastInsertRowid();
  }
  return numbers;
}

void SourceWriter::remove(StoredSource const& source) {
  std::vector<std::int64_t> speakers;
  for (Rows rows(connection_.prepared(speakers_of_source), source.record.number); rows.next();)
    speakers.push_back(rows.integer(0));
  auto const& extent = source.extent;
  bool const waiting = words_ > 0 && extent.first_chunk >= chunks_.first;
  if (bulk_ && waiting)
    Rows(connection_.prepared(delete_new_passages), extent.first_chunk * pieces_per_chunk,
         extent.last_chunk * pieces_per_chunk)
        .run();
  // Postings that are still set aside are dropped when they are written, because their source is gone by then.
  if (!waiting && extent.last_chunk > extent.first_chunk)
    index_.forget({static_cast<std::uint32_t>(extent.first_chunk), static_cast<std::uint32_t>(extent.last_chunk - 1)},
                  std::max<std::uint32_t>(source.record.words, 1));
  Rows(connection_.prepared(delete_source), source.record.number).run();
  for (auto speaker : speakers) people_.drop_unnamed(speaker);
}

}  // namespace quoth::db
