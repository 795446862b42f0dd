// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "connection.hpp"
#include "quoth/store.hpp"

namespace quoth {

// A row of `passage`.
struct PassageRow {
  std::int64_t chunk = 0;
  std::int64_t label = 0;
  std::uint32_t utterance = 0;
  std::uint32_t first_word = 0;
  std::optional<double> start;
  std::optional<double> end;
  std::string text;
};

// The chunks [first_chunk, last_chunk) of a source.
struct Extent {
  std::int64_t source = 0;
  std::int64_t first_chunk = 0;
  std::int64_t last_chunk = 0;
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
  // The source that owns the chunk; none where it was removed.
  std::optional<DatedSource> by_chunk(std::int64_t chunk) const;

  // The rows of the chunks [first, last), in order, appended to `out`.
  void passages(std::int64_t first, std::int64_t last, std::vector<PassageRow>& out) const;
  // Where the words [first, last] of a source stand in print, from the line of the first on; none where it has no
  // pages.
  std::vector<PrintedWord> printed(std::int64_t source, std::uint32_t first, std::uint32_t last) const;
  // Fills in who speaks.
  void name_speaker(std::int64_t label, Turn& turn) const;

 private:
  // What a label prints and whom it stands for.
  struct Naming {
    std::string label;
    std::string speaker;
    std::string role;
    std::vector<std::string> aliases;
  };

  Naming const& naming(std::int64_t label) const;
  // Whether any source is printed on pages; few stores have one.
  bool has_pages() const;

  Connection& connection_;
  // Quotations of one article come from few sources: what was read, as long as the store does not change.
  mutable std::int64_t version_ = -1;
  mutable std::unordered_map<std::int64_t, Naming> namings_;
  mutable std::int64_t version_of_pages_ = -1;
  mutable bool has_pages_ = false;
};

}  // namespace quoth
