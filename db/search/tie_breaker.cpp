// SPDX-License-Identifier: MIT
#include "db/search/tie_breaker.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

#include "db/index/extents.hpp"
#include "db/search/search_tuning.hpp"
#include "text/model/date.hpp"

namespace quoth::db {

namespace {

constexpr char const* extent_of_source = "SELECT first_chunk, chunks, date, id FROM source WHERE number = ?";
constexpr char const* speaker_until =
    "SELECT source, date FROM label WHERE speaker = ? AND date <= ? ORDER BY date DESC";
constexpr char const* speaker_after = "SELECT source, date FROM label WHERE speaker = ? AND date > ? ORDER BY date";
constexpr char const* sources_until =
    "SELECT number, date, id, first_chunk, chunks FROM source WHERE date <= ? ORDER BY date DESC, id DESC";
constexpr char const* sources_after =
    "SELECT number, date, id, first_chunk, chunks FROM source WHERE date > ? ORDER BY date, id";
constexpr char const* sources_in_any_order =
    "SELECT number, date, id, first_chunk, chunks FROM source ORDER BY digest, id";

using Tuned = TieTuning;

constexpr char const* end_of_time = "9999-99-99";

// Days since some day, where every month has 31. Which of two sources that are about as far away comes first depends on
// it, and with that the evidence that reports have always shown.
std::optional<std::int64_t> days_near_enough(std::string_view date) {
  auto const parts = text::parse_date(date);
  if (!parts) return std::nullopt;
  return (parts->year * std::int64_t{12} + parts->month) * 31 + parts->day;
}

}  // namespace

// A source to choose from; the preferred one compares less.
struct TieBreaker::RankedSource {
  std::int64_t source = 0;
  std::int64_t first_chunk = 0;
  std::int64_t last_chunk = 0;  // one past its last chunk
  std::int64_t distance = 0;
  std::string id;
  bool claimed_speaker = false;
  bool favoured = false;

  friend bool operator<(RankedSource const& a, RankedSource const& b) {
    return std::tuple(!a.claimed_speaker, !a.favoured, a.distance, std::string_view(a.id)) <
           std::tuple(!b.claimed_speaker, !b.favoured, b.distance, std::string_view(b.id));
  }
};

TieBreaker::TieBreaker(Connection& connection, SourceReader const& reader, ChunkOwners const& owners,
                       StoredPeople const& people, SpeakerChunks::Cache& speaker_chunks, Query const& query)
    : connection_(connection),
      reader_(reader),
      owners_(owners),
      speaker_chunks_(speaker_chunks),
      favoured_(query.favoured),
      date_(query.date) {
  if (!query.speaker.empty()) speakers_ = people.called(query.speaker);
  std::ranges::sort(favoured_);
}

bool TieBreaker::is_claimed_speaker(std::int64_t label) const {
  if (speakers_.empty()) return false;
  return std::ranges::binary_search(speakers_, reader_.speaker_of(label));
}

bool TieBreaker::is_favoured(std::int64_t source) const { return std::ranges::binary_search(favoured_, source); }

std::int64_t TieBreaker::distance(std::string_view date) const {
  auto theirs = days_near_enough(date);
  if (!theirs) return std::numeric_limits<std::int64_t>::max();
  auto ours = days_near_enough(date_);
  return ours ? std::abs(*ours - *theirs) : -*theirs;
}

bool TieBreaker::holds_claimed_speaker(Extent const& extent) const {
  return !speakers_.empty() && own_chunks().hold(static_cast<std::uint32_t>(extent.first_chunk));
}

bool TieBreaker::says_anything_in(std::int64_t source) const {
  return std::ranges::any_of(reader_.speakers_in(source),
                             [&](std::int64_t speaker) { return std::ranges::binary_search(speakers_, speaker); });
}

SpeakerChunks const& TieBreaker::own_chunks() const {
  if (!own_chunks_) own_chunks_.emplace(speaker_chunks_, connection_, speakers_);
  return *own_chunks_;
}

std::vector<std::uint32_t> TieBreaker::pick(std::span<std::uint32_t const> chunks, std::size_t room) const {
  if (chunks.size() <= room) return {chunks.begin(), chunks.end()};
  has_chosen_ = true;
  if (chunks.size() <= Tuned::few) return pick_few(chunks, room);
  auto const holders = [&](ChunkRange range, std::vector<std::uint32_t>& out) {
    auto const first = std::ranges::lower_bound(chunks, range.first);
    out.assign(first, std::upper_bound(first, chunks.end(), range.last));
  };
  return scan(holders, room, std::numeric_limits<std::size_t>::max());
}

std::vector<std::uint32_t> TieBreaker::pick(Holders const& holders, std::size_t room) const {
  has_chosen_ = true;
  return scan(holders, room, Tuned::most_asked);
}

// The claimed speaker's come first: others need be ranked only where these leave room.
std::vector<std::uint32_t> TieBreaker::pick_few(std::span<std::uint32_t const> chunks, std::size_t room) const {
  if (speakers_.empty()) return pick_best(chunks, room);
  std::vector<std::uint32_t> others(chunks.begin(), chunks.end());
  auto const own = std::stable_partition(others.begin(), others.end(),
                                         [&](std::uint32_t chunk) { return !own_chunks().hold(chunk); });
  std::vector<std::uint32_t> picked(own, others.end());
  others.erase(own, others.end());
  if (picked.size() > room) return pick_best(picked, room);
  auto const rest = pick_best(others, room - picked.size());
  picked.insert(picked.end(), rest.begin(), rest.end());
  return picked;
}

std::vector<std::uint32_t> TieBreaker::pick_best(std::span<std::uint32_t const> chunks, std::size_t room) const {
  std::vector<std::pair<RankedSource, std::uint32_t>> ranked_sources;
  for (auto chunk : chunks) {
    if (!ranked_sources.empty() && chunk < ranked_sources.back().first.last_chunk) {
      auto same = ranked_sources.back().first;
      ranked_sources.emplace_back(std::move(same), chunk);
      continue;
    }
    auto const* const source = owners_.find(chunk);
    if (source == nullptr) continue;
    auto const& extent = source->extent;
    RankedSource ranked_source{extent.source, extent.first_chunk, extent.last_chunk, distance(source->date),
                               source->id};
    ranked_source.claimed_speaker = holds_claimed_speaker(extent);
    ranked_source.favoured = is_favoured(ranked_source.source);
    ranked_sources.emplace_back(std::move(ranked_source), chunk);
  }
  std::sort(ranked_sources.begin(), ranked_sources.end());
  std::vector<std::uint32_t> picked;
  for (std::size_t i = 0; i < std::min(room, ranked_sources.size()); ++i) picked.push_back(ranked_sources[i].second);
  return picked;
}

// Visits sources, preferred ones first, and takes the chunks that contain what is searched for.
class TieBreaker::SourceScan {
 public:
  SourceScan(TieBreaker const& tie_breaker, Holders const& holders, std::size_t room)
      : tie_breaker_(tie_breaker), holders_(holders), room_(room) {}

  void visit(std::vector<std::int64_t> const& sources) {
    std::vector<RankedSource> ranked_sources;
    for (auto source : sources) {
      Rows rows(tie_breaker_.connection_.prepared(extent_of_source), source);
      if (rows.next())
        ranked_sources.push_back(ranked_source(source, rows.integer(0), rows.integer(1), rows.bytes(2), rows.text(3)));
    }
    take_from(std::move(ranked_sources));
  }

  // Visits the claimed speaker's sources nearest to the article's date, before and after it.
  void visit_speakers() {
    std::vector<std::int64_t> near;
    for (auto speaker : tie_breaker_.speakers_) {
      for (auto const* sql : {speaker_until, speaker_after}) {
        Rows rows(tie_breaker_.connection_.prepared(sql), speaker, from());
        each_of_nearest_days(rows, [&] { near.push_back(rows.integer(0)); });
      }
    }
    std::ranges::sort(near);
    near.erase(std::unique(near.begin(), near.end()), near.end());
    visit(near);
  }

  void visit_near() {
    std::vector<RankedSource> ranked_sources;
    for (auto const* sql : {sources_until, sources_after}) {
      Rows rows(tie_breaker_.connection_.prepared(sql), from());
      for (std::size_t count = 0; count < Tuned::most_visited && rows.next(); ++count)
        ranked_sources.push_back(ranked_source_of(rows));
    }
    take_from(std::move(ranked_sources));
  }

  // Visits sources in the order of their digest, at most `most`, until half the room is filled. The order is arbitrary
  // but the same in every store, so a common phrase is soon met, wherever its sources cluster in time.
  void visit_any(std::size_t most) {
    Rows rows(tie_breaker_.connection_.prepared(sources_in_any_order));
    for (std::size_t count = 0; picked_.size() < room_ / 2 && count < most && rows.next(); ++count)
      take_from({ranked_source_of(rows)});
  }

  bool full() const { return picked_.size() >= room_; }
  std::vector<std::uint32_t> picked() { return std::move(picked_); }

 private:
  std::string from() const { return tie_breaker_.date_.empty() ? end_of_time : tie_breaker_.date_; }

  // Takes all sources of a day, so that their order within it does not matter.
  template <typename Take>
  static void each_of_nearest_days(Rows& rows, Take const& take) {
    std::string last;
    for (std::size_t count = 0; rows.next(); ++count) {
      if (count >= Tuned::most_visited && rows.bytes(1) != last) break;
      last = rows.bytes(1);
      take();
    }
  }

  RankedSource ranked_source_of(Rows const& rows) const {
    return ranked_source(rows.integer(0), rows.integer(3), rows.integer(4), rows.bytes(1), rows.text(2));
  }
  RankedSource ranked_source(std::int64_t source, std::int64_t first, std::int64_t chunks, std::string_view date,
                             std::string id) const {
    auto const extent = extent_of(tie_breaker_.connection_, source, first, chunks);
    return {source, extent.first_chunk, extent.last_chunk, tie_breaker_.distance(date), std::move(id)};
  }

  void take_from(std::vector<RankedSource> ranked_sources) {
    std::sort(ranked_sources.begin(), ranked_sources.end());
    for (auto const& ranked_source : ranked_sources) {
      if (full()) return;
      if (visited_.insert(ranked_source.source).second) take(ranked_source);
    }
  }

  void take(RankedSource const& ranked_source) {
    if (ranked_source.first_chunk == ranked_source.last_chunk) return;
    holders_({static_cast<std::uint32_t>(ranked_source.first_chunk),
              static_cast<std::uint32_t>(ranked_source.last_chunk - 1)},
             held_);
    held_.resize(std::min({held_.size(), Tuned::most_of_source, room_ - picked_.size()}));
    picked_.insert(picked_.end(), held_.begin(), held_.end());
  }

  TieBreaker const& tie_breaker_;
  Holders const& holders_;
  std::size_t room_;
  std::set<std::int64_t> visited_;
  std::vector<std::uint32_t> held_;
  std::vector<std::uint32_t> picked_;
};

std::vector<std::uint32_t> TieBreaker::scan(Holders const& holders, std::size_t room, std::size_t most) const {
  SourceScan scan(*this, holders, room);
  std::vector<std::int64_t> favoured_of_speaker;
  for (auto source : favoured_)
    if (says_anything_in(source)) favoured_of_speaker.push_back(source);
  scan.visit(favoured_of_speaker);
  if (!scan.full()) scan.visit_speakers();
  if (!scan.full()) scan.visit(favoured_);
  if (!scan.full()) scan.visit_near();
  scan.visit_any(most);
  return scan.picked();
}

}  // namespace quoth::db
