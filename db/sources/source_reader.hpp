// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/index/chunk.hpp"
#include "db/sources/passage_time.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/versioned_cache.hpp"
#include "quoth/candidate.hpp"

namespace quoth::db {

// A row of the table `passage`.
struct PassageRow {
  std::int64_t chunk = 0;
  std::int64_t label = 0;
  std::uint32_t utterance = 0;
  std::uint32_t first_word = 0;
  PassageTime time;
  std::string_view text;
};

// Rows, and the buffer with their texts, to which the rows point. Hence not copyable.
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

// A row of the table `heading`.
struct Heading {
  std::uint32_t utterance = 0;
  std::string text;
};

// A source with the chunks it owns.
struct StoredSource {
  SourceRecord record;
  Extent extent;
  std::int64_t digest = 0;
};

// Reads sources and their text, with caches. Use one per thread.
class SourceReader {
 public:
  explicit SourceReader(Connection& connection) : connection_(connection) {}

  std::vector<SourceRecord> all() const;
  std::optional<StoredSource> by_id(std::string_view id) const;
  std::optional<StoredSource> by_number(std::int64_t number) const;
  // The number of the speaker that the label stands for; 0 where unknown.
  std::int64_t speaker_of(std::int64_t label) const { return label_of(label).speaker; }

  // Whether the store holds a source whose words a machine recognised, from speech or from print.
  bool holds_recognised() const { return extras().recognised; }

  // The numbers of the speakers in a source, without duplicates.
  std::vector<std::int64_t> const& speakers_in(std::int64_t source) const;

  // Replaces `out` with the passages of the chunks [first, last), in order. Throws StoreError where a text is not valid
  // UTF-8.
  void passages(std::int64_t first, std::int64_t last, Passages& out) const;
  // The printed lines with the words [first, last] of a source, from the line of the first word on; empty for a source
  // without pages.
  std::vector<PrintedWord> printed(std::int64_t source, std::uint32_t first, std::uint32_t last) const;
  // The headings that hold for the utterances [first, last] of a source, each from its utterance on; empty for a source
  // without headings.
  std::vector<Heading> headings(std::int64_t source, std::uint32_t first, std::uint32_t last) const;
  // What a recogniser said of the words of the chunks [first, last), by chunk, of those of which it said something.
  // Throws StoreError where that is damaged.
  std::map<std::int64_t, std::vector<HeardWord>> heard_words(std::int64_t first, std::int64_t last) const;
  // Sets the speaker's fields of `turn`.
  void name_speaker(std::int64_t label, Turn& turn) const;
  // What to throw where what was read does not hang together; see Connection::damage.
  StoreError damage(std::string const& what) const { return connection_.damage(what); }

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
  // What any source has; most stores have none of it.
  struct Extras {
    bool pages = false;
    bool headings = false;
    bool heard_words = false;
    bool recognised = false;
  };
  Extras const& extras() const;

  Connection& connection_;
  // Caches, some megabytes, cleared when the store changes: quotations come from few sources, and those of an archive
  // from the same ones again.
  mutable VersionedCache<std::int64_t, std::optional<StoredSource>> records_{1'000};
  mutable VersionedCache<std::int64_t, Label> labels_{10'000};
  mutable VersionedCache<std::int64_t, std::vector<std::int64_t>> speakers_{2'000};  // by source
  mutable VersionedCache<std::int64_t, Person> people_{2'000};
  mutable VersionedCache<std::int64_t, Extras> extras_{1};  // of the whole store
};

}  // namespace quoth::db
