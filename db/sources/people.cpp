// SPDX-License-Identifier: MIT
#include "db/sources/people.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "db/sqlite/digest.hpp"
#include "text/names/person_name.hpp"
#include "text/words/lines.hpp"
#include "text/words/words.hpp"

namespace quoth::db {

namespace {

constexpr char const* speaker_by_digest = "SELECT number FROM speaker WHERE digest = ?";
constexpr char const* insert_speaker = "INSERT INTO speaker (digest, name, role, aliases) VALUES (?, ?, ?, ?)";
constexpr char const* insert_name = "INSERT INTO speaker_name (speaker, use, name) VALUES (?, ?, ?)";
constexpr char const* insert_word = "INSERT OR IGNORE INTO name_word (word, name) VALUES (?, ?)";
constexpr char const* names_with_word =
    "SELECT speaker_name.speaker, speaker_name.name FROM name_word JOIN speaker_name "
    "ON speaker_name.number = name_word.name WHERE name_word.word = ?";
constexpr char const* delete_unnamed =
    "DELETE FROM speaker WHERE number = ? AND NOT EXISTS (SELECT 1 FROM label WHERE label.speaker = speaker.number) "
    "AND NOT EXISTS (SELECT 1 FROM label WHERE label.printed = speaker.number)";
constexpr char const* all_speakers =
    "SELECT speaker.name, count(DISTINCT label.source), sum(label.utterances) FROM label JOIN speaker "
    "ON speaker.number = label.speaker GROUP BY speaker.name ORDER BY speaker.name";
constexpr char const* labels_of_speaker =
    "SELECT label.source, label.date, label.utterances, source.words / max(source.utterances, 1), "
    "source.language, source.kind = 'document', source.made IN ('asr', 'ocr') "
    "FROM label JOIN source ON source.number = label.source WHERE label.speaker = ?";

constexpr char const* speaker_by_number = "SELECT name, role FROM speaker WHERE number = ?";
// The labels of a source follow each other, as they are added together.
constexpr char const* labels_by_source =
    "SELECT label.source, coalesce(label.speaker, 0), label.date, label.utterances, source.kind = 'document', "
    "source.made IN ('asr', 'ocr') FROM label JOIN source ON source.number = label.source ORDER BY label.number";
constexpr char const* label_of_days =
    "SELECT 1 FROM label WHERE speaker = ?1 AND date BETWEEN date(?2, '-' || ?3 || ' days') AND ?2";
constexpr char const* language_of_source = "SELECT language FROM source WHERE number = ?";
constexpr char const* label_in_source = "SELECT 1 FROM label WHERE source = ? AND speaker = ?";

// Words that do not identify anyone; they are not indexed.
bool is_article(std::string_view word) { return word == "the" || word == "of" || word == "a" || word == "an"; }

std::string plain_words(std::string_view name) {
  auto words = text::split_words(name);
  std::string plain;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!is_article(words.key(i))) plain.append(words.key(i)).push_back(' ');
  return plain;
}

std::string one_a_line(std::vector<std::string> const& names) {
  std::string lines;
  for (auto const& name : names) {
    if (!lines.empty()) lines += '\n';
    for (char c : name) lines += c == '\n' ? ' ' : c;
  }
  return lines;
}

// A name as printed in an article, prepared for comparison with many. It can mean a speaker's name if both may be names
// of the same person, or if they have the same words except articles ("the president" for "President").
class ClaimedName {
 public:
  explicit ClaimedName(std::string_view name) : keys_(name), words_(plain_words(name)) {}

  bool means(std::string_view name) const {
    if (name.empty()) return false;
    return text::same_person(keys_, text::NameKeys(name)) || (!words_.empty() && words_ == plain_words(name));
  }

 private:
  text::NameKeys keys_;
  std::string words_;
};

void add_date(Coverage& coverage, std::string const& date) {
  if (date.empty()) return;
  if (coverage.first_date.empty() || date < coverage.first_date) coverage.first_date = date;
  coverage.last_date = std::max(coverage.last_date, date);
}

void add_language(Coverage& coverage, std::string language) {
  auto const place = std::ranges::lower_bound(coverage.languages, language);
  if (place == coverage.languages.end() || *place != language) coverage.languages.insert(place, std::move(language));
}

}  // namespace

std::vector<std::string> names_of_lines(std::string_view lines) {
  std::vector<std::string> names;
  while (!lines.empty()) {
    names.emplace_back(text::take_line(lines));
  }
  return names;
}

std::int64_t StoredPeople::add(Speaker const& speaker) {
  Digest digest;
  digest.add(speaker.name);
  digest.add(speaker.role);
  for (auto const& alias : speaker.aliases) digest.add(alias);
  {
    Rows known(connection_.prepared(speaker_by_digest), digest.value());
    if (known.next()) return known.integer(0);
  }
  Rows(connection_.prepared(insert_speaker), digest.value(), speaker.name, speaker.role, one_a_line(speaker.aliases))
      .run();
  auto number = connection_.database().getLastInsertRowid();
  add_name(number, "name", speaker.name);
  add_name(number, "role", speaker.role);
  for (auto const& alias : speaker.aliases) add_name(number, "alias", alias);
  return number;
}

void StoredPeople::add_name(std::int64_t speaker, char const* use, std::string const& name) {
  if (name.empty()) return;
  Rows(connection_.prepared(insert_name), speaker, std::string_view(use), name).run();
  auto number = connection_.database().getLastInsertRowid();
  auto words = text::split_words(name);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!is_article(words.key(i))) Rows(connection_.prepared(insert_word), words.key(i), number).run();
}

void StoredPeople::drop_unnamed(std::int64_t speaker) { Rows(connection_.prepared(delete_unnamed), speaker).run(); }

std::vector<StoredSpeaker> StoredPeople::all() const {
  std::vector<StoredSpeaker> speakers;
  for (Rows rows(connection_.prepared(all_speakers)); rows.next();)
    speakers.push_back({rows.text(0), rows.number(1), rows.number(2)});
  return speakers;
}

std::vector<std::int64_t> const& StoredPeople::called(std::string_view name) const {
  return called_.get(name, connection_.version(), [&] { return look_up(name); });
}

Coverage const& StoredPeople::coverage(std::string_view name) const {
  return coverage_.get(name, connection_.version(), [&] { return count(called(name)); });
}

// Names that can mean the same person share the last word of the surname.
std::vector<std::int64_t> StoredPeople::look_up(std::string_view name) const {
  std::set<std::int64_t> found;
  auto words = text::split_words(text::parse_name(name).surname);
  if (words.empty()) words = text::split_words(name);
  if (words.empty()) return {};
  ClaimedName const claimed(name);
  Rows rows(connection_.prepared(names_with_word), words.key(words.size() - 1));
  while (rows.next())
    if (!found.contains(rows.integer(0)) && claimed.means(rows.bytes(1))) found.insert(rows.integer(0));
  return {found.begin(), found.end()};
}

Coverage StoredPeople::count(std::vector<std::int64_t> const& speakers) const {
  Coverage coverage;
  std::set<std::int64_t> sources;
  for (auto speaker : speakers) {
    Rows rows(connection_.prepared(labels_of_speaker), speaker);
    while (rows.next()) {
      if (sources.insert(rows.integer(0)).second) {
        coverage.documents += rows.number(5);
        coverage.machine_made += rows.number(6);
      }
      coverage.utterances += rows.number(2);
      coverage.words += std::uint64_t{rows.number(2)} * rows.number(3);
      add_date(coverage, rows.text(1));
      add_language(coverage, rows.text(4));
    }
  }
  coverage.sources = static_cast<std::uint32_t>(sources.size());
  return coverage;
}

Coverage StoredPeople::unnamed_coverage(std::function<bool(std::string_view)> const& is_name) const {
  std::unordered_map<std::int64_t, bool> known;  // whether a speaker is a name; few are asked for, as each takes long
  auto const is_named = [&](std::int64_t speaker) {
    if (speaker == 0) return false;
    auto const [found, is_new] = known.try_emplace(speaker, false);
    if (!is_new) return found->second;
    Rows rows(connection_.prepared(speaker_by_number), speaker);
    return found->second = rows.next() && (!rows.bytes(1).empty() || is_name(rows.bytes(0)));
  };
  Coverage coverage;
  std::int64_t source = 0;
  bool named = true;
  std::string date;
  std::uint32_t utterances = 0;
  bool is_document = false;
  std::uint32_t machine_made = 0;
  auto const add = [&] {
    if (is_document) ++coverage.documents;
    if (named || is_document) return;
    ++coverage.sources;
    coverage.machine_made += machine_made;
    coverage.utterances += utterances;
    add_date(coverage, date);
    Rows language(connection_.prepared(language_of_source), source);
    add_language(coverage, language.next() ? language.text(0) : std::string());
  };
  for (Rows rows(connection_.prepared(labels_by_source)); rows.next();) {
    if (rows.integer(0) != source) {
      add();
      source = rows.integer(0);
      named = false;
      date = rows.text(2);
      is_document = rows.integer(4) != 0;
      machine_made = rows.number(5);
      utterances = 0;
    }
    named = named || is_named(rows.integer(1));
    utterances += rows.number(3);
  }
  add();
  return coverage;
}

bool StoredPeople::hold(Occasion const& occasion) const {
  return std::ranges::any_of(called(occasion.speaker), [&](std::int64_t speaker) {
    bool const on_a_day =
        !occasion.date.empty() &&
        Rows(connection_.prepared(label_of_days), speaker, occasion.date, std::int64_t{occasion.days_before}).next();
    return on_a_day || std::ranges::any_of(occasion.sources, [&](std::int64_t source) {
             return Rows(connection_.prepared(label_in_source), source, speaker).next();
           });
  });
}

}  // namespace quoth::db
