// SPDX-License-Identifier: MIT
#include "db/sources/source_writer.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "db/index/extents.hpp"
#include "db/sources/heard_words.hpp"
#include "db/sources/passage_time.hpp"
#include "db/sqlite/digest.hpp"
#include "text/language/language.hpp"
#include "text/names/parted_names.hpp"
#include "text/words/white_space.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

namespace {

constexpr char const* write_counter = "UPDATE counter SET value = ? WHERE name = 'next_chunk'";
constexpr char const* insert_source =
    "INSERT INTO source (id, title, date, url, made, kind, author, issuer, language, path, sha256, ingested, digest, "
    "first_chunk, chunks, utterances, words, bytes) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?)";
constexpr char const* insert_label =
    "INSERT INTO label (source, label, speaker, printed, date, utterances) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char const* insert_printed_line =
    "INSERT OR IGNORE INTO printed_line (source, first_word, page, line) VALUES (?, ?, ?, ?)";
constexpr char const* insert_heading = "INSERT INTO heading (source, utterance, heading) VALUES (?, ?, ?)";
constexpr char const* insert_heard_words = "INSERT INTO heard_words (chunk, words) VALUES (?, ?)";
constexpr char const* insert_passage =
    "INSERT INTO passage (number, label, utterance, first_word, start, lasts, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr char const* make_new_tables =
    "CREATE TEMP TABLE new_passage (number INTEGER PRIMARY KEY, label INTEGER NOT NULL, utterance INTEGER NOT NULL, "
    "first_word INTEGER NOT NULL, start INTEGER, lasts INTEGER, text TEXT NOT NULL) STRICT; "
    "CREATE TEMP TABLE new_heard_words (chunk INTEGER PRIMARY KEY, words BLOB NOT NULL) STRICT";
constexpr char const* insert_new_passage =
    "INSERT INTO new_passage (number, label, utterance, first_word, start, lasts, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr char const* delete_new_passages = "DELETE FROM new_passage WHERE number >= ? AND number < ?";
constexpr char const* insert_new_heard_words = "INSERT INTO new_heard_words (chunk, words) VALUES (?, ?)";
constexpr char const* delete_new_heard_words = "DELETE FROM new_heard_words WHERE chunk >= ? AND chunk < ?";
constexpr char const* move_new_rows =
    "INSERT INTO passage SELECT * FROM new_passage; INSERT INTO heard_words SELECT * FROM new_heard_words";
constexpr char const* drop_new_tables =
    "DROP TABLE IF EXISTS temp.new_passage; DROP TABLE IF EXISTS temp.new_heard_words";
constexpr char const* speakers_of_source =
    "SELECT speaker FROM label WHERE source = ?1 AND speaker IS NOT NULL "
    "UNION SELECT printed FROM label WHERE source = ?1 AND printed IS NOT NULL";
constexpr char const* delete_source = "DELETE FROM source WHERE number = ?";

constexpr std::uint32_t most_chunks = (1U << 28) - 1;

void add_time(Digest& digest, std::optional<double> time) { digest.add(time ? std::to_string(*time) : "-"); }

// What sources did not have when digests were first stored counts only where there is some: the others keep theirs.
void add_if(Digest& digest, std::string_view field, std::string_view value) {
  if (value.empty()) return;
  digest.add(field);
  digest.add(value);
}

void add_facts(Digest& digest, Source const& source) {
  if (source.kind != SourceKind::transcript) add_if(digest, "kind", to_string(source.kind));
  add_if(digest, "author", source.author);
  add_if(digest, "issuer", source.issuer);
  add_if(digest, "language", source.language);
}

std::size_t text_bytes(Source const& source) {
  std::size_t bytes = 0;
  for (auto const& utterance : source.utterances) bytes += utterance.text.size();
  return bytes;
}

// As the source says, else as its text shows.
std::string language_of(Source const& source) {
  constexpr std::size_t enough = 4096;  // bytes
  if (!source.language.empty()) return source.language;
  std::string text;
  for (auto const& utterance : source.utterances) {
    if (text.size() >= enough) break;
    text += utterance.text + '\n';
  }
  return text::detected_language(text);
}

}  // namespace

std::int64_t content_digest(Source const& source) {
  Digest digest;
  for (auto const* part : {&source.title, &source.date, &source.url}) digest.add(*part);
  digest.add(to_string(source.made));
  add_facts(digest, source);
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
    add_if(digest, "heading", utterance.heading);
    if (any_heard(utterance.words)) add_if(digest, "words", pack_heard(utterance.words));
  }
  for (auto const& line : source.printed) {
    for (auto const number : {line.utterance, line.byte, line.line}) digest.add(std::to_string(number));
    digest.add(line.page);
  }
  return digest.value();
}

void SourceWriter::begin_bulk() {
  connection_.database().exec(drop_new_tables);
  connection_.database().exec(make_new_tables);
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
       to_string(source.kind), source.author, source.issuer, language_of(source), source.path, source.sha256, digest,
       first_chunk, count, static_cast<std::int64_t>(source.utterances.size()), chunks.word_count,
       static_cast<std::int64_t>(text_bytes(source)))
      .run();
  auto const number = connection_.database().getLastInsertRowid();
  add_passages(source, chunks, first_chunk, add_labels(source, number));
  add_printed_lines(source, chunks, number);
  add_headings(source, number);
  add_heard_words(source, chunks, first_chunk);
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
    auto const time = passage_time(utterance.start, utterance.end);
    Rows(statement, std::int64_t{first_chunk + piece.chunk} * pieces_per_chunk + piece.place,
         labels.at(utterance.speaker), piece.utterance, piece.first_word, time.start, time.lasts, piece.text)
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

void SourceWriter::add_headings(Source const& source, std::int64_t number) {
  std::string_view last;
  for (std::size_t i = 0; i < source.utterances.size(); ++i) {
    std::string_view const heading = source.utterances[i].heading;
    if (heading != last)
      Rows(connection_.prepared(insert_heading), number, static_cast<std::int64_t>(i), heading).run();
    last = heading;
  }
}

// A word in the midst of which the utterance is cut counts in both passages.
void SourceWriter::add_heard_words(Source const& source, Chunks const& chunks, std::uint32_t first_chunk) {
  auto const has_words = [](Utterance const& utterance) { return !utterance.words.empty(); };
  if (std::ranges::none_of(source.utterances, has_words)) return;
  std::vector<ByteSpan> words;  // of the utterance `read`
  std::optional<std::uint32_t> read;
  std::vector<HeardWord> heard;  // of the chunk
  for (auto piece = chunks.pieces.begin(); piece != chunks.pieces.end(); ++piece) {
    auto const& utterance = source.utterances[piece->utterance];
    if (read != piece->utterance) words = text::split_at_white_space(utterance.text);
    read = piece->utterance;
    auto const own = words_within(words, part_of(utterance.text, piece->text));
    if (utterance.words.empty()) {
      heard.resize(heard.size() + own.count);
    } else {
      auto const part = std::span(utterance.words).subspan(own.first, own.count);
      heard.insert(heard.end(), part.begin(), part.end());
    }
    if (auto const next = std::next(piece); next != chunks.pieces.end() && next->chunk == piece->chunk) continue;
    if (any_heard(heard))
      Rows(connection_.prepared(bulk_ ? insert_new_heard_words : insert_heard_words), first_chunk + piece->chunk,
           Blob{pack_heard(heard)})
          .run();
    heard.clear();
  }
}

void SourceWriter::flush(PostingIndex::Merge merge) {
  bool const was_bulk = bulk_;
  if (bulk_) {
    connection_.database().exec(move_new_rows);
    connection_.database().exec(drop_new_tables);
    if (feed_) feed_->finish();
    feed_.reset();
    bulk_ = false;
  }
  if (words_ > 0)
    index_.append(runs_, chunks_, words_, merge);
  else if (was_bulk && merge == PostingIndex::Merge::now)
    index_.merge_levels();
  if (merge == PostingIndex::Merge::now) index_.sweep();
  abandon();
}

void SourceWriter::abandon() {
  feed_.reset();
  runs_.clear();
  words_ = 0;
  bulk_ = false, broken_ = false;
}

// Who wrote a document, and who issued it, are known to the store as those who speak in it. No passage has their
// labels.
std::map<std::string, std::int64_t> SourceWriter::add_labels(Source const& source, std::int64_t number) {
  auto const rulings = rulings_.all();
  AppliedRulings const applied(rulings);
  auto const add = [&](std::string const& label, std::optional<Speaker> const& as_printed, std::int64_t utterances) {
    std::optional<std::int64_t> speaker;
    std::optional<std::int64_t> printed;
    if (as_printed) {
      printed = people_.add(*as_printed);
      speaker = applied.empty() ? printed : people_.add(applied.ruled(*as_printed, source.id));
      if (speaker == printed) printed.reset();
    }
    Rows(connection_.prepared(insert_label), number, label, speaker, printed, source.date, utterances).run();
    return connection_.database().getLastInsertRowid();
  };
  std::map<std::string, std::int64_t> utterances;
  for (auto const& utterance : source.utterances) ++utterances[utterance.speaker];
  std::map<std::string, std::int64_t> numbers;
  for (auto const& [label, count] : utterances) {
    auto const known = source.speakers.find(label);
    std::optional<Speaker> as_printed;
    if (known != source.speakers.end() && !known->second.name.empty()) {
      as_printed = known->second;
    } else if (!label.empty()) {
      as_printed = Speaker{label, {}, {}};
    }
    numbers[label] = add(label, as_printed, count);
  }
  if (source.kind == SourceKind::document) {
    auto const paragraphs = static_cast<std::int64_t>(source.utterances.size());
    if (!source.author.empty())
      add(source.author, Speaker{source.author, {}, text::parted_names(source.author)}, paragraphs);
    if (!source.issuer.empty() && source.issuer != source.author)
      add(source.issuer, Speaker{source.issuer, {}, {}}, paragraphs);
  }
  return numbers;
}

void SourceWriter::remove(StoredSource const& source) {
  std::vector<std::int64_t> speakers;
  for (Rows rows(connection_.prepared(speakers_of_source), source.record.number); rows.next();)
    speakers.push_back(rows.integer(0));
  auto const& extent = source.extent;
  bool const waiting = words_ > 0 && extent.first_chunk >= chunks_.first;
  if (bulk_ && waiting) {
    Rows(connection_.prepared(delete_new_passages), extent.first_chunk * pieces_per_chunk,
         extent.last_chunk * pieces_per_chunk)
        .run();
    Rows(connection_.prepared(delete_new_heard_words), extent.first_chunk, extent.last_chunk).run();
  }
  // Postings that are still set aside are dropped when they are written, because their source is gone by then.
  if (!waiting && extent.last_chunk > extent.first_chunk)
    index_.forget({static_cast<std::uint32_t>(extent.first_chunk), static_cast<std::uint32_t>(extent.last_chunk - 1)},
                  std::max<std::uint32_t>(source.record.words, 1));
  Rows(connection_.prepared(delete_source), source.record.number).run();
  for (auto speaker : speakers) people_.drop_unnamed(speaker);
}

}  // namespace quoth::db
