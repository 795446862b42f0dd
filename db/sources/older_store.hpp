// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/sqlite/connection.hpp"
#include "quoth/ruling.hpp"
#include "quoth/source.hpp"

namespace quoth::db {

// A source as an older store has it, with what a new one would give it otherwise.
struct OlderSource {
  Source source;
  std::int64_t digest = 0;
  std::string ingested;
};

// Reads whole sources out of a store of this schema or an earlier one, by the tables that hold texts and names: neither
// the index over the words nor one of SQLite's is asked, as they may be damaged, or written otherwise. Nothing in the
// file is trusted.
class OlderStore {
 public:
  // Opened with Access::read_older.
  explicit OlderStore(Connection& connection);

  // Their numbers.
  std::vector<std::int64_t> sources() const;
  // Throws Error, which names the source, where it does not hang together, and SQLite::Exception where it cannot be
  // read.
  OlderSource read(std::int64_t number) const;
  std::vector<Ruling> rulings() const;
  // The highest number that a ruling was ever given.
  std::int64_t last_ruling() const;

 private:
  class HeardPassages;
  struct Label {
    std::string text;
    std::optional<Speaker> speaker;  // whom the source names
  };

  bool has_table(std::string_view name) const;
  bool has_column(std::string_view table, std::string_view name) const;
  void read_labels();
  void read_utterances(std::int64_t first_chunk, std::int64_t chunks, OlderSource& older) const;
  void read_printed_lines(std::int64_t number, Source& source) const;
  void read_headings(std::int64_t number, Source& source) const;

  Connection& connection_;
  bool has_made_ = false;  // format 6 and later, as the next two
  bool has_heard_words_ = false;
  bool has_headings_ = false;
  std::map<std::int64_t, Label> labels_;
};

}  // namespace quoth::db
