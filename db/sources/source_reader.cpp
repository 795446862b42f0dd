// SPDX-License-Identifier: MIT
#include "db/sources/source_reader.hpp"

#include <unordered_set>
#include <utility>

#include "db/index/chunk.hpp"
#include "db/index/extents.hpp"
#include "db/sources/heard_words.hpp"
#include "db/sources/people.hpp"
#include "db/sqlite/record.hpp"
#include "db/sqlite/table_readers.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::db {

namespace {

constexpr char const* all_sources =
    "SELECT number, id, title, date, url, made, path, sha256, ingested, utterances, words, first_chunk, chunks, "
    "digest, "
    "kind, author, issuer, language "
    "FROM source ORDER BY id";
constexpr char const* source_by_id =
    "SELECT number, id, title, date, url, made, path, sha256, ingested, utterances, words, first_chunk, chunks, "
    "digest, "
    "kind, author, issuer, language "
    "FROM source WHERE id = ?";
constexpr char const* source_by_number =
    "SELECT number, id, title, date, url, made, path, sha256, ingested, utterances, words, first_chunk, chunks, "
    "digest, "
    "kind, author, issuer, language "
    "FROM source WHERE number = ?";
constexpr char const* passages_between =
    "SELECT number, label, utterance, first_word, start, lasts, text FROM passage WHERE number >= ? AND number < ? "
    "ORDER BY number";
constexpr char const* printed_lines =
    "SELECT first_word, page, line FROM printed_line WHERE source = ?1 AND first_word <= ?3 AND first_word >= "
    "ifnull((SELECT max(first_word) FROM printed_line WHERE source = ?1 AND first_word <= ?2), 0) ORDER BY first_word";
constexpr char const* headings_between =
    "SELECT utterance, heading FROM heading WHERE source = ?1 AND utterance <= ?3 AND utterance >= "
    "ifnull((SELECT max(utterance) FROM heading WHERE source = ?1 AND utterance <= ?2), 0) ORDER BY utterance";
constexpr char const* heard_words_between =
    "SELECT chunk, words FROM heard_words WHERE chunk >= ? AND chunk < ? ORDER BY chunk";
constexpr char const* any_extras =
    "SELECT EXISTS (SELECT 1 FROM printed_line), EXISTS (SELECT 1 FROM heading), EXISTS (SELECT 1 FROM heard_words), "
    "EXISTS (SELECT 1 FROM source WHERE made IN ('asr', 'ocr'))";
constexpr char const* label_by_number = "SELECT label, speaker FROM label WHERE number = ?";
constexpr char const* speaker_by_number = "SELECT name, role, aliases FROM speaker WHERE number = ?";
constexpr char const* speakers_of_source = "SELECT speaker FROM label WHERE source = ? AND speaker IS NOT NULL";
constexpr std::size_t most_bytes_of_chunk = 1'500;  // bytes; nearly all chunks are shorter

StoredSource read_source(Connection const& connection, Rows const& rows) {
  StoredSource source;
  auto& record = source.record;
  record.number = rows.integer(0);
  record.id = rows.text(1);
  record.title = rows.text(2);
  record.date = rows.text(3);
  record.url = rows.text(4);
  auto const made = made_named(rows.bytes(5));
  auto const kind = source_kind_named(rows.bytes(14));
  if (!made || !kind) throw connection.damage("a source of an unknown kind");
  record.made = *made;
  record.kind = *kind;
  record.author = rows.text(15);
  record.issuer = rows.text(16);
  record.language = rows.text(17);
  record.path = rows.text(6);
  record.sha256 = rows.text(7);
  record.ingested = rows.text(8);
  record.utterances = rows.number(9);
  record.words = rows.number(10);
  source.extent = extent_of(connection, record.number, rows.integer(11), rows.integer(12));
  source.digest = rows.integer(13);
  return source;
}

}  // namespace

std::vector<SourceRecord> SourceReader::all() const {
  std::vector<SourceRecord> records;
  Rows rows(connection_.prepared(all_sources));
  while (rows.next()) records.push_back(read_source(connection_, rows).record);
  return records;
}

std::optional<StoredSource> SourceReader::by_id(std::string_view id) const {
  Rows rows(connection_.prepared(source_by_id), id);
  if (!rows.next()) return std::nullopt;
  return read_source(connection_, rows);
}

std::optional<StoredSource> SourceReader::by_number(std::int64_t number) const {
  return records_.get(number, connection_.version(), [&]() -> std::optional<StoredSource> {
    Rows rows(connection_.prepared(source_by_number), number);
    if (!rows.next()) return std::nullopt;
    return read_source(connection_, rows);
  });
}

std::vector<std::int64_t> const& SourceReader::speakers_in(std::int64_t source) const {
  return speakers_.get(source, connection_.version(), [&] {
    std::vector<std::int64_t> speakers;
    std::unordered_set<std::int64_t> known;
    for (Rows rows(connection_.prepared(speakers_of_source), source); rows.next();)
      if (known.insert(rows.integer(0)).second) speakers.push_back(rows.integer(0));
    return speakers;
  });
}

namespace {

// Collects rows whose texts are kept in one buffer. It may reallocate while rows are added, so their texts are set to
// point into it at the end.
class PassageCollector {
 public:
  PassageCollector(Connection const& connection, Passages& out) : connection_(connection), out_(out) {
    out.rows.clear();
    out.bytes.clear();
    out.bytes.reserve(most_bytes_of_chunk);
  }

  void add(PassageRow const& row) {
    if (!text::valid_utf8(row.text)) throw connection_.damage("a text that is not UTF-8");
    out_.rows.push_back(row);
    out_.bytes.insert(out_.bytes.end(), row.text.begin(), row.text.end());
  }
  void finish() {
    auto const* begin = out_.bytes.data();
    for (auto& row : out_.rows) {
      row.text = {begin, row.text.size()};
      begin += row.text.size();
    }
  }

 private:
  Connection const& connection_;
  Passages& out_;
};

PassageRow passage_of(std::int64_t number, std::string_view stored) {
  Record record(stored);
  record.null();
  PassageRow row;
  row.chunk = number / pieces_per_chunk;
  row.label = record.integer();
  row.utterance = static_cast<std::uint32_t>(record.integer());
  row.first_word = static_cast<std::uint32_t>(record.integer());
  row.time.start = record.integer_or_null();
  row.time.lasts = record.integer_or_null();
  row.text = record.text();
  return row;
}

// Returns false, with some rows added, where one of them is not on its page alone.
bool collect(TableReader& passages, std::int64_t first, std::int64_t end, PassageCollector& collector) {
  for (bool more = passages.find_first(first); more && passages.key() < end; more = passages.next()) {
    if (!passages.is_whole()) return false;
    collector.add(passage_of(passages.key(), passages.payload()));
  }
  return true;
}

}  // namespace

void SourceReader::passages(std::int64_t first, std::int64_t last, Passages& out) const {
  auto const begin = first * pieces_per_chunk;
  auto const end = last * pieces_per_chunk;
  if (auto* const direct = connection_.direct(DirectTable::passage)) {
    PassageCollector collector(connection_, out);
    if (collect(*direct, begin, end, collector)) return collector.finish();
  }
  PassageCollector collector(connection_, out);
  for (Rows rows(connection_.prepared(passages_between), begin, end); rows.next();)
    collector.add({rows.integer(0) / pieces_per_chunk,
                   rows.integer(1),
                   rows.number(2),
                   rows.number(3),
                   {rows.integer_or_null(4), rows.integer_or_null(5)},
                   rows.bytes(6)});
  collector.finish();
}

SourceReader::Extras const& SourceReader::extras() const {
  return extras_.get(0, connection_.version(), [&]() -> Extras {
    Rows rows(connection_.prepared(any_extras));
    if (!rows.next()) return {};
    return {rows.integer(0) > 0, rows.integer(1) > 0, rows.integer(2) > 0, rows.integer(3) > 0};
  });
}

std::vector<PrintedWord> SourceReader::printed(std::int64_t source, std::uint32_t first, std::uint32_t last) const {
  std::vector<PrintedWord> lines;
  if (!extras().pages) return lines;
  Rows rows(connection_.prepared(printed_lines), source, first, last);
  while (rows.next()) lines.push_back({rows.number(0), rows.text(1), rows.number(2)});
  return lines;
}

std::vector<Heading> SourceReader::headings(std::int64_t source, std::uint32_t first, std::uint32_t last) const {
  std::vector<Heading> headings;
  if (!extras().headings) return headings;
  Rows rows(connection_.prepared(headings_between), source, first, last);
  while (rows.next()) headings.push_back({rows.number(0), rows.text(1)});
  return headings;
}

std::map<std::int64_t, std::vector<HeardWord>> SourceReader::heard_words(std::int64_t first, std::int64_t last) const {
  std::map<std::int64_t, std::vector<HeardWord>> heard;
  if (!extras().heard_words) return heard;
  Rows rows(connection_.prepared(heard_words_between), first, last);
  while (rows.next()) {
    auto words = unpack_heard(rows.bytes(1));
    if (!words) throw connection_.damage("times of words that cannot be read");
    heard.emplace(rows.integer(0), std::move(*words));
  }
  return heard;
}

SourceReader::Label const& SourceReader::label_of(std::int64_t number) const {
  return labels_.get(number, connection_.version(), [&]() -> Label {
    Rows rows(connection_.prepared(label_by_number), number);
    if (!rows.next()) return {};
    return {rows.text(0), rows.integer(1)};
  });
}

SourceReader::Person const& SourceReader::person_of(std::int64_t number) const {
  return people_.get(number, connection_.version(), [&]() -> Person {
    Rows rows(connection_.prepared(speaker_by_number), number);
    if (!rows.next()) return {};
    Person person{rows.text(0), rows.text(1), names_of_lines(rows.bytes(2))};
    if (person.aliases.size() > most_aliases) throw connection_.damage("a speaker of too many names");
    return person;
  });
}

void SourceReader::name_speaker(std::int64_t label, Turn& turn) const {
  auto const& known = label_of(label);
  turn.label = known.printed;
  if (known.speaker == 0) return;
  auto const& person = person_of(known.speaker);
  turn.speaker = person.name;
  turn.role = person.role;
  turn.aliases = person.aliases;
}

}  // namespace quoth::db
