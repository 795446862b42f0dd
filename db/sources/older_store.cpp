// SPDX-License-Identifier: MIT
#include "db/sources/older_store.hpp"

#include <algorithm>
#include <utility>

#include "db/index/chunk.hpp"
#include "db/sources/heard_words.hpp"
#include "db/sources/passage_time.hpp"
#include "db/sources/people.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/white_space.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

namespace {

constexpr char const* source_numbers = "SELECT number FROM source NOT INDEXED ORDER BY number";
constexpr char const* source_by_number =
    "SELECT id, title, date, url, kind, path, sha256, ingested, digest, first_chunk, chunks, utterances, bytes, "
    "'transcript', '', '', '' FROM source WHERE number = ?";
constexpr char const* source_with_made =
    "SELECT id, title, date, url, made, path, sha256, ingested, digest, first_chunk, chunks, utterances, bytes, "
    "kind, author, issuer, language FROM source WHERE number = ?";
constexpr char const* speaker_by_number = "SELECT name, role, aliases FROM speaker WHERE number = ?";
constexpr char const* all_labels = "SELECT number, source, label, speaker FROM label NOT INDEXED";
constexpr char const* all_labels_with_printed =
    "SELECT number, source, label, ifnull(printed, speaker) FROM label NOT INDEXED";
constexpr char const* passages_between =
    "SELECT label, utterance, start, lasts, text, number FROM passage WHERE number >= ? AND number < ? ORDER BY number";
constexpr char const* passages_with_stop =
    "SELECT label, utterance, start, stop, text, number FROM passage WHERE number >= ? AND number < ? ORDER BY number";
constexpr char const* first_words =
    "SELECT utterance, min(first_word) FROM passage WHERE number >= ? AND number < ? GROUP BY utterance";
constexpr char const* printed_lines =
    "SELECT first_word, page, line FROM printed_line WHERE source = ? ORDER BY first_word";
constexpr char const* extent_by_number = "SELECT first_chunk, chunks FROM source WHERE number = ?";
constexpr char const* all_rulings = "SELECT number, kind, name, other, source FROM ruling ORDER BY number";
constexpr char const* last_number = "SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'ruling'";
constexpr char const* kind_of_table = "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?";
constexpr char const* made_columns = "SELECT count(*) FROM pragma_table_xinfo(?) WHERE hidden <> 0";
constexpr char const* columns_named = "SELECT count(*) FROM pragma_table_info(?) WHERE name = ?";
constexpr char const* heard_words_of_chunk = "SELECT words FROM heard_words WHERE chunk = ?";
constexpr char const* all_headings = "SELECT utterance, heading FROM heading WHERE source = ? ORDER BY utterance";

// More chunks than any store can have.
constexpr std::int64_t no_chunk = std::int64_t{1} << 28U;

std::string utf8(Rows const& rows, int column) {
  auto const bytes = rows.bytes(column);
  if (!text::valid_utf8(bytes)) throw Error("a text is not UTF-8");
  return std::string(bytes);
}

}  // namespace

OlderStore::OlderStore(Connection& connection) : connection_(connection) {
  for (auto const* const name : {"source", "speaker", "label", "passage"})
    if (!has_table(name)) throw connection_.damage("its tables are not those of a store");
  has_made_ = has_column("source", "made");
  has_heard_words_ = has_table("heard_words");
  has_headings_ = has_table("heading");
  read_labels();
}

// Gives utterances their words back, passage by passage.
class OlderStore::HeardPassages {
 public:
  explicit HeardPassages(OlderStore const& store) : store_(store) {}

  // Adds the passage to its utterance.
  void append(std::int64_t chunk, std::string_view text, Utterance& utterance) {
    if (store_.has_heard_words_) append_words(chunk, text, utterance);
    utterance.text += text;
  }

  void finish() const {
    if (next_ < heard_.size()) throw Error(wrong);
  }

 private:
  static constexpr char const* wrong = "the times of its words are damaged";

  void append_words(std::int64_t chunk, std::string_view text, Utterance& utterance) {
    if (chunk != chunk_) read(chunk);
    auto const count = text::count_at_white_space(text);
    auto& words = utterance.words;
    if (!words.empty() && text::splits_word(utterance.text, text)) words.pop_back();
    if (heard_.empty()) return words.resize(words.size() + count);
    if (count > heard_.size() - next_) throw Error(wrong);
    for (std::size_t i = 0; i < count; ++i) words.push_back(heard_[next_++]);
  }

  void read(std::int64_t chunk) {
    finish();
    chunk_ = chunk;
    heard_.clear();
    next_ = 0;
    Rows rows(store_.connection_.prepared(heard_words_of_chunk), chunk);
    if (!rows.next()) return;
    auto words = unpack_heard(rows.bytes(0));
    if (!words) throw Error(wrong);
    heard_ = std::move(*words);
  }

  OlderStore const& store_;
  std::int64_t chunk_ = -1;
  std::vector<HeardWord> heard_;  // of that chunk
  std::size_t next_ = 0;          // the first that no passage has yet
};

// A view, a virtual table or a generated column in its place would run whatever a stranger wrote into it.
bool OlderStore::has_table(std::string_view name) const {
  Rows kind(connection_.prepared(kind_of_table), name);
  if (!kind.next()) return false;
  Rows made(connection_.prepared(made_columns), name);
  if (kind.bytes(0) != "table" || (made.next() && made.integer(0) > 0))
    throw connection_.damage("its tables are not those of a store");
  return true;
}

bool OlderStore::has_column(std::string_view table, std::string_view name) const {
  Rows rows(connection_.prepared(columns_named), table, name);
  return rows.next() && rows.integer(0) > 0;
}

void OlderStore::read_labels() {
  auto const* const sql = has_column("label", "printed") ? all_labels_with_printed : all_labels;
  for (Rows rows(connection_.prepared(sql)); rows.next();) {
    Label label{rows.text(2), {}};
    Rows speaker(connection_.prepared(speaker_by_number), rows.integer(3));
    if (speaker.next()) label.speaker = {speaker.text(0), speaker.text(1), names_of_lines(speaker.bytes(2))};
    labels_.insert_or_assign(rows.integer(0), std::move(label));
  }
}

std::vector<std::int64_t> OlderStore::sources() const {
  std::vector<std::int64_t> numbers;
  for (Rows rows(connection_.prepared(source_numbers)); rows.next();) numbers.push_back(rows.integer(0));
  return numbers;
}

OlderSource OlderStore::read(std::int64_t number) const {
  OlderSource older;
  auto& source = older.source;
  try {
    Rows rows(connection_.prepared(has_made_ ? source_with_made : source_by_number), number);
    if (!rows.next()) throw Error("its row is missing");
    int column = 0;
    for (auto* const field : {&source.id, &source.title, &source.date, &source.url}) *field = utf8(rows, column++);
    auto const made = made_named(rows.bytes(column++));
    if (!made) throw Error("how it was made is unknown");
    source.made = *made;
    for (auto* const field : {&source.path, &source.sha256, &older.ingested}) *field = utf8(rows, column++);
    older.digest = rows.integer(column++);
    auto const first_chunk = rows.integer(column++);
    auto const chunks = rows.integer(column++);
    if (first_chunk < 0 || chunks < 0 || first_chunk > no_chunk || chunks > no_chunk) throw Error("its place is wrong");
    read_utterances(first_chunk, chunks, older);
    std::int64_t bytes = 0;
    for (auto const& utterance : source.utterances) bytes += static_cast<std::int64_t>(utterance.text.size());
    if (static_cast<std::int64_t>(source.utterances.size()) != rows.integer(column) ||
        bytes != rows.integer(column + 1))
      throw Error("its text is not whole");
    column += 2;
    auto const kind = source_kind_named(rows.bytes(column++));
    if (!kind) throw Error("its kind is unknown");
    source.kind = *kind;
    for (auto* const field : {&source.author, &source.issuer, &source.language}) *field = utf8(rows, column++);
    read_printed_lines(number, source);
    read_headings(number, source);
  } catch (Error const& error) {
    auto const name = source.id.empty() ? std::to_string(number) : source.id;
    throw Error("source " + name + ": " + error.what() + "; ingest it again" +
                (source.path.empty() ? std::string() : " from " + source.path));
  }
  return older;
}

void OlderStore::read_utterances(std::int64_t first_chunk, std::int64_t chunks, OlderSource& older) const {
  auto& source = older.source;
  HeardPassages heard(*this);
  Rows rows(connection_.prepared(has_made_ ? passages_between : passages_with_stop), first_chunk * pieces_per_chunk,
            (first_chunk + chunks) * pieces_per_chunk);
  while (rows.next()) {
    auto const utterance = static_cast<std::size_t>(rows.integer(1));
    auto const label = labels_.find(rows.integer(0));
    if (utterance > source.utterances.size() || utterance + 1 < source.utterances.size() || label == labels_.end())
      throw Error("its text is not whole");
    if (utterance == source.utterances.size()) {
      auto const& known = label->second;
      if (known.speaker) source.speakers.insert_or_assign(known.text, *known.speaker);
      PassageTime const time{rows.integer_or_null(2), rows.integer_or_null(3)};
      auto const [start, end] =
          has_made_ ? std::pair(start_of(time), end_of(time)) : std::pair(rows.real(2), rows.real(3));
      source.utterances.push_back({known.text, start, end, {}});
    }
    heard.append(rows.integer(5) / pieces_per_chunk, utf8(rows, 4), source.utterances.back());
  }
  heard.finish();
}

// Words are numbered through the source; the new store wants the byte at which a line's first word begins.
void OlderStore::read_printed_lines(std::int64_t number, Source& source) const {
  if (!has_table("printed_line")) return;
  std::vector<std::uint32_t> first_word_of;
  Rows extent(connection_.prepared(extent_by_number), number);
  if (!extent.next()) return;
  auto const first = extent.integer(0);
  for (Rows rows(connection_.prepared(first_words), first * pieces_per_chunk,
                 (first + extent.integer(1)) * pieces_per_chunk);
       rows.next();)
    first_word_of.push_back(rows.number(1));
  text::WordList words;
  std::optional<std::size_t> read;
  for (Rows rows(connection_.prepared(printed_lines), number); rows.next();) {
    auto const word = rows.number(0);
    auto const after = std::ranges::upper_bound(first_word_of, word);
    if (after == first_word_of.begin()) continue;
    auto const utterance = static_cast<std::size_t>(after - first_word_of.begin()) - 1;
    auto const& text = source.utterances.at(utterance).text;
    if (read != utterance) text::split_words(text, words);
    read = utterance;
    auto const place = word - first_word_of[utterance];
    auto const byte = place < words.size() ? words[place].first : static_cast<std::uint32_t>(text.size());
    source.printed.push_back({static_cast<std::uint32_t>(utterance), byte, utf8(rows, 1), rows.number(2)});
  }
}

void OlderStore::read_headings(std::int64_t number, Source& source) const {
  if (!has_headings_) return;
  auto utterance = source.utterances.begin();
  std::string heading;
  for (Rows rows(connection_.prepared(all_headings), number); rows.next();) {
    auto const at = rows.integer(0);
    if (at < 0 || at >= static_cast<std::int64_t>(source.utterances.size())) throw Error("a heading has no text");
    for (; utterance < source.utterances.begin() + at; ++utterance) utterance->heading = heading;
    heading = utf8(rows, 1);
  }
  for (; utterance != source.utterances.end(); ++utterance) utterance->heading = heading;
}

std::vector<Ruling> OlderStore::rulings() const {
  std::vector<Ruling> rulings;
  if (!has_table("ruling")) return rulings;
  for (Rows rows(connection_.prepared(all_rulings)); rows.next();)
    if (auto const kind = ruling_kind(rows.bytes(1)))
      rulings.push_back({rows.integer(0), *kind, rows.text(2), rows.text(3), rows.text(4)});
  return rulings;
}

std::int64_t OlderStore::last_ruling() const {
  if (!has_table("sqlite_sequence")) return 0;
  Rows rows(connection_.prepared(last_number));
  return rows.next() ? rows.integer(0) : 0;
}

}  // namespace quoth::db
