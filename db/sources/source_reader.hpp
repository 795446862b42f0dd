// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/index/chunk.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/remembered.hpp"
#include "quoth/candidate.hpp"

namespace quoth {

// A row of `passage`.
struct PassageRow {
  std::int64_t chunk = 0;
  std::int64_t label = 0;
  std::uint32_t utterance = 0;
  std::uint32_t first_word = 0;
  std::optional<double> start;
  std::optional<double> end;
  std::string_view text;
};

// Rows and the bytes of their texts, one after the other.
struct Passages {
  Passages() = default;
  Passages(Passages&&) = default;
  Passages& operator=(Passages&&) = default;
  Passages(Passages const&) = delete;
  Passages& operator=(Passages const&) = delete;
  ~Passages() = default;

  std::vector<PassageRow> rows;
  std::vector<char> bytes;
};

// The little of a source that says how much it is to be preferred.
struct DatedSource {
  Extent extent;
  std::string date;
  std::string id;
};

// A source with the chunks it owns.
struct StoredSource {
  SourceRecord record;
  Extent extent;
  std::int64_t digest = 0;
};

// Reads sources and their text.
class SourceReader {
 public:
  explicit SourceReader(Connection& connection) : connection_(connection) {}

  std::vector<SourceRecord> all() const;
  std::optional<StoredSource> by_id(std::string_view id) const;
  std::optional<StoredSource> by_number(std::int64_t number) const;
  // Before every query: what is pointed to from here on stays where it is until the next.
  void begin() const;
  // The source that owns the chunk; none where it was removed. After `begin`.
  DatedSource const* by_chunk(std::int64_t chunk) const;
  // Whom the label stands for, as the store numbers them; 0 where nobody is known.
  std::int64_t speaker_of(std::int64_t label) const { return label_of(label).speaker; }

  // Whom its labels stand for.
  std::vector<std::int64_t> const& speakers_in(std::int64_t source) const;

  // The rows of the chunks [first, last), in order, instead of what was in `out`.
  void passages(std::int64_t first, std::int64_t last, Passages& out) const;
  // Where the words [first, last] of a source stand in print, from the line of the first on; none where it has no
  // pages.
  std::vector<PrintedWord> printed(std::int64_t source, std::uint32_t first, std::uint32_t last) const;
  // Fills in who speaks.
  void name_speaker(std::int64_t label, Turn& turn) const;

 private:
  struct Label {
    std::string printed;
    std::int64_t speaker = 0;
  };
  struct Person {
    std::string name;
    std::string role;
    std::vector<std::string> aliases;
  };

  Label const& label_of(std::int64_t number) const;
  Person const& person_of(std::int64_t number) const;
  // Whether any source is printed on pages; few stores have one.
  bool has_pages() const;

  Connection& connection_;
  // Quotations come from few sources, and in an archive from the same ones again: what was read, some megabytes of it,
  // as long as the store does not change.
  mutable std::int64_t version_ = -1;  // of the store whose sources these are
  mutable std::deque<DatedSource> sources_;
  mutable std::vector<DatedSource const*> by_some_chunks_;  // the last one found for some chunks in a row
  mutable Remembered<std::optional<StoredSource>> records_{1'000};
  mutable Remembered<Label> labels_{10'000};
  mutable Remembered<std::vector<std::int64_t>> speakers_{2'000};  // by source
  mutable Remembered<Person> people_{2'000};
  mutable std::int64_t version_of_pages_ = -1;
  mutable bool has_pages_ = false;
};

}  // namespace quoth
