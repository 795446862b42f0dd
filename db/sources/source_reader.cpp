// SPDX-License-Identifier: MIT
#include "db/sources/source_reader.hpp"

#include <algorithm>

#include "db/index/chunk.hpp"
#include "db/index/extents.hpp"
#include "db/sources/people.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::db {

namespace {

constexpr char const* all_sources =
    "SELECT number, id, title, date, url, kind, path, sha256, ingested, utterances, words, first_chunk, chunks, digest "
    "FROM source ORDER BY id";
constexpr char const* source_by_id =
    "SELECT number, id, title, date, url, kind, path, sha256, ingested, utterances, words, first_chunk, chunks, digest "
    "FROM source WHERE id = ?";
constexpr char const* source_by_number =
    "SELECT number, id, title, date, url, kind, path, sha256, ingested, utterances, words, first_chunk, chunks, digest "
    "FROM source WHERE number = ?";
constexpr char const* passages_between =
    "SELECT number, label, utterance, first_word, start, stop, text FROM passage WHERE number >= ? AND number < ? "
    "ORDER BY number";
constexpr char const* printed_lines =
    "SELECT first_word, page, line FROM printed_line WHERE source = ?1 AND first_word <= ?3 AND first_word >= "
    "ifnull((SELECT max(first_word) FROM printed_line WHERE source = ?1 AND first_word <= ?2), 0) ORDER BY first_word";
constexpr char const* any_printed_line = "SELECT 1 FROM printed_line LIMIT 1";
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
  record.made = made_named(rows.bytes(5)).value_or(Made::spoken);
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
    for (Rows rows(connection_.prepared(speakers_of_source), source); rows.next();)
      if (std::ranges::find(speakers, rows.integer(0)) == speakers.end()) speakers.push_back(rows.integer(0));
    return speakers;
  });
}

// The buffer may reallocate while rows are appended, so the rows' texts are set to point into it at the end.
void SourceReader::passages(std::int64_t first, std::int64_t last, Passages& out) const {
  auto& bytes = out.bytes;
  out.rows.clear();
  bytes.clear();
  bytes.reserve(most_bytes_of_chunk);
  Rows rows(connection_.prepared(passages_between), first * pieces_per_chunk, last * pieces_per_chunk);
  while (rows.next()) {
    auto const text = rows.bytes(6);
    if (!text::valid_utf8(text)) throw connection_.damage("a text that is not UTF-8");
    out.rows.push_back({rows.integer(0) / pieces_per_chunk, rows.integer(1), rows.number(2), rows.number(3),
                        rows.real(4), rows.real(5), text});
    bytes.insert(bytes.end(), text.begin(), text.end());
  }
  auto const* begin = bytes.data();
  for (auto& row : out.rows) {
    row.text = {begin, row.text.size()};
    begin += row.text.size();
  }
}

bool SourceReader::has_pages() const {
  return has_pages_.get(0, connection_.version(), [&] { return Rows(connection_.prepared(any_printed_line)).next(); });
}

std::vector<PrintedWord> SourceReader::printed(std::int64_t source, std::uint32_t first, std::uint32_t last) const {
  std::vector<PrintedWord> lines;
  if (!has_pages()) return lines;
  Rows rows(connection_.prepared(printed_lines), source, first, last);
  while (rows.next()) lines.push_back({rows.number(0), rows.text(1), rows.number(2)});
  return lines;
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
