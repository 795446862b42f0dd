// SPDX-License-Identifier: MIT
#include "preference.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

namespace quoth {

namespace {

constexpr char const* speaker_of_label = "SELECT speaker FROM label WHERE number = ? AND speaker IS NOT NULL";
constexpr char const* speakers_of_source = "SELECT speaker FROM label WHERE source = ? AND speaker IS NOT NULL";
constexpr char const* dated_source_by_chunk =
    "SELECT number, first_chunk, chunks, date, id FROM source WHERE first_chunk <= ? ORDER BY first_chunk DESC LIMIT 1";
constexpr char const* extent_of_source = "SELECT first_chunk, chunks, date, id FROM source WHERE number = ?";
constexpr char const* speaker_until =
    "SELECT source, date FROM label WHERE speaker = ? AND date <= ? ORDER BY date DESC";
constexpr char const* speaker_after = "SELECT source, date FROM label WHERE speaker = ? AND date > ? ORDER BY date";
constexpr char const* sources_until =
    "SELECT number, date, id, first_chunk, chunks FROM source WHERE date <= ? ORDER BY date DESC";
constexpr char const* sources_after =
    "SELECT number, date, id, first_chunk, chunks FROM source WHERE date > ? ORDER BY date";
constexpr char const* sources_newest_first =
    "SELECT number, date, id, first_chunk, chunks FROM source ORDER BY date DESC, id DESC";

constexpr std::size_t few = 100;           // so many sources can each be looked at
constexpr std::size_t many = 20'000;       // chunks that are surely in more
constexpr std::size_t most_visited = 24;   // sources on either side of the date, at first
constexpr std::size_t most_of_source = 3;  // chunks of one source
constexpr std::int64_t any_of_source = 4;
constexpr std::size_t most_of_any = 32;
constexpr char const* end_of_time = "9999-99-99";

// Days since some day, near enough to compare; nothing for what is no date.
std::optional<std::int64_t> day_number(std::string_view date) {
  int year = 0, month = 0, day = 0;
  if (date.size() < 10) return std::nullopt;
  std::from_chars(date.data(), date.data() + 4, year);
  std::from_chars(date.data() + 5, date.data() + 7, month);
  std::from_chars(date.data() + 8, date.data() + 10, day);
  return (year * 12 + month) * std::int64_t{31} + day;
}

}  // namespace

// A source that may be preferred.
struct Preference::Offer {
  std::int64_t source = 0;
  std::int64_t first_chunk = 0;
  std::int64_t last_chunk = 0;  // not its own
  std::int64_t distance = 0;
  std::string id;
  bool claimed_speaker = false;
  bool favoured = false;

  friend bool operator<(Offer const& a, Offer const& b) {
    return std::tuple(!a.claimed_speaker, !a.favoured, a.distance, std::string_view(a.id)) <
           std::tuple(!b.claimed_speaker, !b.favoured, b.distance, std::string_view(b.id));
  }
};

Preference::Preference(Connection& connection, People const& people, Query const& query)
    : connection_(connection), reader_(connection), favoured_(query.favoured), date_(query.date) {
  if (!query.speaker.empty()) speakers_ = people.called(query.speaker);
  std::ranges::sort(favoured_);
}

bool Preference::is_claimed_speaker(std::int64_t label) const {
  if (speakers_.empty()) return false;
  Rows rows(connection_.prepared(speaker_of_label), label);
  return rows.next() && std::ranges::binary_search(speakers_, rows.integer(0));
}

bool Preference::is_favoured(std::int64_t source) const { return std::ranges::binary_search(favoured_, source); }

std::int64_t Preference::distance(std::string_view date) const {
  auto theirs = day_number(date);
  if (!theirs) return std::numeric_limits<std::int64_t>::max();
  auto ours = day_number(date_);
  return ours ? std::abs(*ours - *theirs) : -*theirs;
}

bool Preference::holds_claimed_speaker(std::int64_t source) const {
  if (speakers_.empty()) return false;
  for (Rows rows(connection_.prepared(speakers_of_source), source); rows.next();)
    if (std::ranges::binary_search(speakers_, rows.integer(0))) return true;
  return false;
}

std::vector<std::uint32_t> Preference::pick(std::span<std::uint32_t const> chunks, std::size_t room) const {
  if (chunks.size() <= room) return {chunks.begin(), chunks.end()};
  return chunks.size() <= many && in_few_sources(chunks) ? pick_of_few(chunks, room) : pick_of_many(chunks, room);
}

bool Preference::in_few_sources(std::span<std::uint32_t const> chunks) const {
  std::size_t sources = 0;
  for (auto at = chunks.begin(); at != chunks.end(); ++sources) {
    auto extent = sources < few ? reader_.by_chunk(*at) : std::nullopt;
    if (!extent) return false;
    at = std::lower_bound(at + 1, chunks.end(), extent->last_chunk);
  }
  return true;
}

std::vector<std::uint32_t> Preference::pick_of_few(std::span<std::uint32_t const> chunks, std::size_t room) const {
  std::vector<std::pair<Offer, std::uint32_t>> offers;
  for (auto chunk : chunks) {
    if (!offers.empty() && chunk < offers.back().first.last_chunk) {
      auto same = offers.back().first;
      offers.emplace_back(std::move(same), chunk);
      continue;
    }
    Rows rows(connection_.prepared(dated_source_by_chunk), chunk);
    if (!rows.next() || chunk >= rows.integer(1) + rows.integer(2)) continue;
    Offer offer{rows.integer(0), rows.integer(1), rows.integer(1) + rows.integer(2), distance(rows.bytes(3)),
                rows.text(4)};
    offer.claimed_speaker = holds_claimed_speaker(offer.source);
    offer.favoured = is_favoured(offer.source);
    offers.emplace_back(std::move(offer), chunk);
  }
  std::sort(offers.begin(), offers.end());
  std::vector<std::uint32_t> picked;
  for (std::size_t i = 0; i < std::min(room, offers.size()); ++i) picked.push_back(offers[i].second);
  return picked;
}

// Goes through sources, the preferred ones first, and takes the chunks that are theirs; without chunks to choose from,
// their first ones.
class Preference::Walk {
 public:
  Walk(Preference const& preference, std::span<std::uint32_t const> chunks, std::size_t room)
      : preference_(preference), chunks_(chunks), room_(room) {}

  void visit(std::vector<std::int64_t> const& sources) {
    std::vector<Offer> offers;
    for (auto source : sources) {
      Rows rows(preference_.connection_.prepared(extent_of_source), source);
      if (rows.next())
        offers.push_back({source, rows.integer(0), rows.integer(0) + rows.integer(1),
                          preference_.distance(rows.bytes(2)), rows.text(3)});
    }
    take_from(std::move(offers));
  }

  // Sources of one of the speakers next to the article's date, before and after it.
  void visit_speakers() {
    std::vector<std::int64_t> near;
    for (auto speaker : preference_.speakers_) {
      for (auto const* sql : {speaker_until, speaker_after}) {
        Rows rows(preference_.connection_.prepared(sql), speaker, from());
        each_of_nearest_days(rows, [&] { near.push_back(rows.integer(0)); });
      }
    }
    std::ranges::sort(near);
    near.erase(std::unique(near.begin(), near.end()), near.end());
    visit(near);
  }

  void visit_near() {
    std::vector<Offer> offers;
    for (auto const* sql : {sources_until, sources_after}) {
      Rows rows(preference_.connection_.prepared(sql), from());
      each_of_nearest_days(rows, [&] { offers.push_back(offer_of(rows)); });
    }
    take_from(std::move(offers));
  }

  // All of them until there are some, the newest first.
  void visit_all() {
    Rows rows(preference_.connection_.prepared(sources_newest_first));
    while (picked_.size() < room_ / 2 && rows.next()) {
      auto const first = rows.integer(3);
      if (has_chunk(first, first + rows.integer(4))) take_from({offer_of(rows)});
    }
  }

  bool full() const { return picked_.size() >= room_; }
  std::vector<std::uint32_t> picked() { return std::move(picked_); }

 private:
  std::string from() const { return preference_.date_.empty() ? end_of_time : preference_.date_; }

  // A day is taken whole, so that it does not matter in which order its sources came.
  template <typename Take>
  static void each_of_nearest_days(Rows& rows, Take const& take) {
    std::string last;
    for (std::size_t count = 0; rows.next(); ++count) {
      if (count >= most_visited && rows.bytes(1) != last) break;
      last = rows.bytes(1);
      take();
    }
  }

  Offer offer_of(Rows const& rows) const {
    return {rows.integer(0), rows.integer(3), rows.integer(3) + rows.integer(4), preference_.distance(rows.bytes(1)),
            rows.text(2)};
  }

  bool has_chunk(std::int64_t first, std::int64_t last) const {
    auto at = std::ranges::lower_bound(chunks_, first);
    return at != chunks_.end() && *at < last;
  }

  void take_from(std::vector<Offer> offers) {
    std::sort(offers.begin(), offers.end());
    for (auto const& offer : offers) {
      if (full()) return;
      if (visited_.insert(offer.source).second) chunks_.empty() ? take_first(offer) : take_chosen(offer);
    }
  }

  void take_chosen(Offer const& offer) {
    auto at = std::ranges::lower_bound(chunks_, offer.first_chunk);
    for (std::size_t n = 0; n < most_of_source && at != chunks_.end() && *at < offer.last_chunk && !full(); ++n, ++at)
      picked_.push_back(*at);
  }

  void take_first(Offer const& offer) {
    for (auto chunk = offer.first_chunk; chunk < offer.last_chunk && chunk < offer.first_chunk + any_of_source; ++chunk)
      picked_.push_back(static_cast<std::uint32_t>(chunk));
  }

  Preference const& preference_;
  std::span<std::uint32_t const> chunks_;
  std::size_t room_;
  std::set<std::int64_t> visited_;
  std::vector<std::uint32_t> picked_;
};

void Preference::go(Walk& walk) const {
  std::vector<std::int64_t> theirs;
  for (auto source : favoured_)
    if (holds_claimed_speaker(source)) theirs.push_back(source);
  walk.visit(theirs);
  if (!walk.full()) walk.visit_speakers();
  if (!walk.full()) walk.visit(favoured_);
  if (!walk.full()) walk.visit_near();
}

std::vector<std::uint32_t> Preference::pick_of_many(std::span<std::uint32_t const> chunks, std::size_t room) const {
  Walk walk(*this, chunks, room);
  go(walk);
  walk.visit_all();
  return walk.picked();
}

std::vector<std::uint32_t> Preference::any() const {
  Walk walk(*this, {}, most_of_any);
  go(walk);
  return walk.picked();
}

}  // namespace quoth
