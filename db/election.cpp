// SPDX-License-Identifier: MIT
#include "election.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace quoth {

namespace {

// Lists are read up to the first length; longer ones only where the short ones do not decide.
constexpr std::size_t list_lengths[] = {250, 3'000, 30'000};
// A phrase of so few words may be common in all its parts; then longer lists are read. Beyond that length a shingle
// stands about everywhere, where a quarter of the chunks is more still.
constexpr std::uint32_t short_phrase = 7;
constexpr std::size_t phrase_list = 100'000;
// Postings read for one query, about: the long lists of a long query are not worth more.
constexpr std::size_t most_postings = 150'000;

constexpr std::uint32_t first_voters = 12;           // enough where a long query stands word for word
constexpr std::size_t most_voters = 96;              // of each length
constexpr std::uint32_t unit = 16;                   // of weight, for each bit of information
constexpr std::uint32_t clear_weight = 56 * unit;    // what no other chunk reaches by chance
constexpr std::uint32_t trusted_weight = 48 * unit;  // from here on no new chunks are brought in
constexpr std::size_t crowd = 24;                    // so many chunks can be read and compared

constexpr double words_per_chunk = 200;

Shingle shingle_at(QueryWords const& query, std::uint32_t i, std::uint32_t words) {
  if (words == 1) return shingle(query[i]);
  return words == 2 ? shingle(query[i], query[i + 1]) : shingle(query[i], query[i + 1], query[i + 2]);
}

}  // namespace

void Election::begin() {
  state_ = index_.state();
  ballot_.clear();
  common_.clear();
  everywhere_ = false;
  leader_ = {};
  polled_ = 0;
  postings_ = 0;
}

// Short lists first: where those leave few chunks, the long ones need not be read.
bool Election::find_phrase(QueryWords const& query) {
  auto const size = query.size();
  if (size > short_phrase) return false;
  auto const words = std::min(size, 3U);
  std::vector<Shingle> unread;
  for (std::uint32_t i = 0; i + words <= size; ++i) unread.push_back(shingle_at(query, i, words));
  bool any = false;
  auto const longest =
      std::max<std::size_t>(phrase_list, state_.words / static_cast<std::uint64_t>(words_per_chunk) / 4);
  for (auto length : {list_lengths[0], list_lengths[1], longest}) {
    std::erase_if(unread, [&](Shingle shingle) {
      if (any && common_.size() <= crowd / 2) return false;
      if (!index_.read(state_, shingle, length, chunks_)) return false;
      if (any) {
        auto end = std::ranges::set_intersection(common_, chunks_, common_.begin()).out;
        common_.erase(end, common_.end());
      } else {
        common_.swap(chunks_);
      }
      any = true;
      return true;
    });
  }
  everywhere_ = !any;
  return everywhere_ || !common_.empty();
}

void Election::hold(QueryWords const& query) {
  enlist(query);
  auto const size = query.size();
  auto const telling = std::min(size, 3U);
  if (size > 2 * first_voters) {
    poll(telling, list_lengths[0], size / first_voters);
    find_leader();
    auto const held = static_cast<std::uint32_t>(std::popcount(leader_.parts));
    if (is_clear() && held * 3 >= first_voters * 2 && !is_crowded()) return;
  }
  for (auto length : list_lengths) {
    auto const longest = std::min(length, longest_telling());
    for (auto words = telling; words > 0; --words) {
      poll(words, longest, 1);
      find_leader();
      if (is_decided(telling)) return;
    }
  }
}

// What stands in more than one chunk of sixteen tells them apart by less than four bits.
std::size_t Election::longest_telling() const {
  auto const chunks = static_cast<std::size_t>(static_cast<double>(state_.words) / words_per_chunk);
  return std::max(chunks / 16, list_lengths[0]);
}

void Election::enlist(QueryWords const& query) {
  voters_.clear();
  auto const size = query.size();
  for (std::uint32_t words = 1; words <= 3; ++words) {
    if (size < words) break;
    auto const count = size - words + 1;
    auto const step = (count + most_voters - 1) / most_voters;
    for (std::uint32_t i = 0; i < count; i += static_cast<std::uint32_t>(step)) {
      auto const number = shingle_at(query, i, words);
      if (std::ranges::find(voters_, number, &Voter::shingle) != voters_.end()) continue;
      voters_.push_back({number, std::uint64_t{1} << (i * 64 / size), words, i});
    }
  }
}

void Election::poll(std::uint32_t words, std::size_t longest, std::uint32_t step) {
  // Once some chunks stand out, common shingles decide between them and bring in no others.
  bool const admit = leader_.weight < trusted_weight;
  auto const all = std::max(static_cast<double>(state_.words) / words_per_chunk, 1.0);
  std::erase_if(voters_, [&](Voter const& voter) {
    if (voter.words != words || voter.place % step != 0 || (longest > list_lengths[0] && postings_ > most_postings))
      return false;
    bool const read = index_.read(state_, voter.shingle, longest, chunks_);
    postings_ += read ? chunks_.size() : longest;
    if (!read) return false;
    auto const rarity = std::log2(1 + all / static_cast<double>(chunks_.size() + 1));
    auto const weight = static_cast<std::uint32_t>(std::lround(rarity * unit));
    ballot_.vote(chunks_, weight, voter.part, admit);
    polled_ += weight;
    return true;
  });
}

// A chunk and its neighbour have no more than twice what the better one has.
void Election::find_leader() {
  leader_ = {};
  for (auto const& votes : ballot_.all()) {
    if (votes.weight * 2 <= leader_.weight) continue;
    auto both = ballot_.with_neighbour(votes);
    if (both.weight > leader_.weight) leader_ = both;
  }
}

bool Election::is_clear() const { return leader_.weight >= clear_weight; }

bool Election::is_decided(std::uint32_t telling) const {
  if (voters_.empty()) return true;
  bool const all_telling = std::ranges::none_of(voters_, [&](Voter const& voter) { return voter.words == telling; });
  // Chunks that hold every shingle: the shorter ones are inside those that were polled.
  if (all_telling && leader_.weight > 0 && is_unanimous()) return true;
  return is_clear() && !is_crowded();
}

bool Election::is_crowded() const {
  auto const near = leader_.weight - leader_.weight / 16;
  std::size_t count = 0;
  for (auto const& votes : ballot_.all())
    if (votes.weight >= near && ++count > crowd) return true;
  return false;
}

}  // namespace quoth
