// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>

#include "bench/rivals.hpp"
#include "text/words/words.hpp"

namespace quoth::bench {

struct Fts5Rival::State {
  explicit State(std::filesystem::path const& file) : database(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS text USING fts5(words)");
    database.exec("BEGIN");
    insert.emplace(database, "INSERT INTO text (words) VALUES (?)");
    best.emplace(database, "SELECT rowid FROM text WHERE text MATCH ? ORDER BY rank LIMIT 1");
    around.emplace(database, "SELECT words FROM text WHERE rowid BETWEEN ?1 - 2 AND ?1 + 2");
  }
  SQLite::Database database;
  std::optional<SQLite::Statement> insert, best, around;
};

Fts5Rival::Fts5Rival(std::filesystem::path const& file) : state_(std::make_unique<State>(file)) {}
Fts5Rival::~Fts5Rival() = default;

void Fts5Rival::add(Source const& source) {
  for (auto const& utterance : source.utterances) {
    state_->insert->bindNoCopy(1, utterance.text);
    state_->insert->exec();
    state_->insert->reset();
  }
}

void Fts5Rival::finish() { state_->database.exec("COMMIT"); }

std::vector<std::string> Fts5Rival::find(std::string const& query) {
  std::string match;
  auto words = text::split_words(query);
  for (auto const& word : words)
    match += (match.empty() ? "\"" : " OR \"") + query.substr(word.first, word.last - word.first) + "\"";
  state_->best->bind(1, match);
  std::int64_t row = state_->best->executeStep() ? state_->best->getColumn(0).getInt64() : -10;
  state_->best->reset();
  state_->around->bind(1, row);
  std::string found;
  while (state_->around->executeStep()) found += state_->around->getColumn(0).getString() + " ";
  state_->around->reset();
  return {found};
}

}  // namespace quoth::bench
