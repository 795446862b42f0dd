// SPDX-License-Identifier: MIT
#include "db/search/staged_search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>

#include "db/index/shingle.hpp"
#include "db/search/search_tuning.hpp"

namespace quoth::db {

namespace {

using Tuned = StagedSearchTuning;

constexpr std::uint32_t unit = 16;  // weight per bit of information (log2 of chunks per posting)
constexpr double words_per_chunk = 200;

Shingle shingle_at(QueryWords const& query, std::uint32_t i, std::uint32_t words) {
  if (words == 1) return shingle(query[i]);
  return words == 2 ? shingle(query[i], query[i + 1]) : shingle(query[i], query[i + 1], query[i + 2]);
}

// The same phrase stands more often in more words. What is read then grows slower than the store.
std::size_t short_list_of(std::uint64_t words) {
  auto const growth = std::sqrt(static_cast<double>(words) / Tuned::words_of_short_list);
  return static_cast<std::size_t>(static_cast<double>(Tuned::short_list) * std::max(growth, 1.0));
}

// Intersects `chunks` with `others`; both are in rising order.
void keep_common(std::vector<std::uint32_t>& chunks, std::vector<std::uint32_t> const& others) {
  chunks.erase(std::ranges::set_intersection(chunks, others, chunks.begin()).out, chunks.end());
}

}  // namespace

StagedSearch::StagedSearch(Cache& cache, Connection& connection, PostingIndex const& index, QueryWords const& query)
    : index_(index),
      query_(query),
      telling_(std::min(query.size(), 3U)),
      state_(cache.state_),
      long_lists_(cache.long_lists_),
      scores_(cache.scores_) {
  if (auto const version = connection.version(); version != cache.version_) {
    cache.state_ = index.state();
    cache.long_lists_.clear();
    cache.version_ = version;
  }
  short_list_ = short_list_of(state_.words);
  scores_.clear();
}

// Reads short lists first: where they leave few chunks, the long ones need not be read.
bool StagedSearch::find_phrase() {
  auto const size = query_.size();
  if (size > Tuned::short_phrase) return false;
  for (std::uint32_t i = 0; i + telling_ <= size; ++i) unread_.push_back(shingle_at(query_, i, telling_));
  for (auto length : {short_list_, Tuned::long_list}) intersect(length);
  is_too_common_ = !any_read_;
  if (!is_too_common_) intersect(longest_of_phrase());
  return is_too_common_ || !common_.empty();
}

// Intersects the posting lists of at most `longest` chunks, until few chunks are left.
void StagedSearch::intersect(std::size_t longest) {
  std::erase_if(unread_, [&](Shingle shingle) {
    if (any_read_ && common_.size() <= Tuned::most_compared / 2) return false;
    if (!read(shingle, longest)) return false;
    if (any_read_)
      keep_common(common_, chunks_);
    else
      common_.swap(chunks_);
    any_read_ = true;
    return true;
  });
}

std::size_t StagedSearch::longest_of_phrase() const {
  return std::max<std::size_t>(Tuned::phrase_list,
                               state_.words / static_cast<std::uint64_t>(words_per_chunk) / Tuned::phrase_share);
}

void StagedSearch::common_in(ChunkRange range, std::vector<std::uint32_t>& chunks) {
  bool first = true;
  for (auto shingle : unread_) {
    index_.read_range(state_, shingle, range, first ? chunks : chunks_);
    if (!first) keep_common(chunks, chunks_);
    if (chunks.empty()) return;
    first = false;
  }
}

bool StagedSearch::find_common_phrase() {
  intersect(longest_of_phrase());
  return any_read_ && !common_.empty();
}

bool StagedSearch::evaluate_first() {
  collect_terms();
  read_postings(telling_, short_list_, std::max(query_.size() / Tuned::first_terms, 1U));
  find_best();
  return is_clear() && has_all_weight() && !has_many_ties();
}

bool StagedSearch::evaluate_second() {
  read_postings(telling_, short_list_, std::max(query_.size() / Tuned::first_terms / 2, 1U));
  find_best();
  return is_clear() && std::popcount(best_.parts) >= Tuned::telling_parts && !has_many_ties();
}

void StagedSearch::evaluate_short() {
  read_postings(telling_, short_list_, 1);
  find_best();
  if (is_missing()) return;
  read_postings(2, short_list_, 1);
  if (!has_read_most()) read_postings(telling_, std::min(Tuned::long_list, longest_telling()), 1);
  find_best();
}

bool StagedSearch::is_missing() const {
  auto const size = query_.size();
  if (size < Tuned::long_query || !has_read_most()) return false;
  auto const is_very_long = size >= Tuned::very_long_query;
  if (is_very_long && std::popcount(best_.parts) < Tuned::least_parts) return true;
  auto const share = is_very_long ? Tuned::least_share_of_many_telling : Tuned::least_share_of_telling;
  return static_cast<double>(best_.weight) < share * static_cast<double>(weight_read_);
}

bool StagedSearch::has_read_most() const {
  auto const left = static_cast<std::size_t>(std::ranges::count(terms_, telling_, &QueryTerm::words));
  auto const share = telling_terms_ - left >= Tuned::enough_terms ? Tuned::most_unread_of_many : Tuned::most_unread;
  return static_cast<double>(left) <= share * static_cast<double>(telling_terms_);
}

void StagedSearch::evaluate_rest() {
  for (auto const& stage : Tuned::stages) {
    if (stage.words > telling_) continue;
    if (query_.size() > stage.longest_query) return;
    auto const longest = std::clamp(stage.longest, short_list_, longest_telling());
    if (read_postings(stage.words, longest, 1)) find_best();
    if (is_decided()) return;
  }
}

// A shingle in more than one chunk of sixteen carries less than four bits of information.
std::size_t StagedSearch::longest_telling() const {
  auto const chunks = static_cast<std::size_t>(static_cast<double>(state_.words) / words_per_chunk);
  return std::max(chunks / Tuned::telling_share, short_list_);
}

void StagedSearch::collect_terms() {
  auto const size = query_.size();
  for (std::uint32_t words = 1; words <= 3; ++words) {
    if (size < words) break;
    auto const count = size - words + 1;
    auto const step = (count + Tuned::most_terms - 1) / Tuned::most_terms;
    auto const shorter = static_cast<std::ptrdiff_t>(terms_.size());
    for (std::uint32_t i = 0; i < count; i += static_cast<std::uint32_t>(step)) {
      auto const number = shingle_at(query_, i, words);
      if (std::ranges::find(terms_.begin() + shorter, terms_.end(), number, &QueryTerm::shingle) != terms_.end())
        continue;
      terms_.push_back({number, std::uint64_t{1} << (i * 64 / size), words, i});
      telling_terms_ += words == telling_;
    }
  }
}

bool StagedSearch::read(Shingle shingle, std::size_t longest) {
  if (long_lists_.is_longer(shingle, longest)) return false;
  auto const few = index_.read(state_, shingle, longest, chunks_);
  if (!few) long_lists_.note(shingle, longest);
  return few;
}

// Short lists are read together, which takes half the time; of long ones only as many as are worth it.
bool StagedSearch::read_postings(std::uint32_t words, std::size_t longest, std::uint32_t step) {
  // Once some chunks stand out, common shingles only decide between them and add no others.
  bool const admit = best_.weight < Tuned::trusted_bits * unit || (words == telling_ && longest <= short_list_);
  auto const is_wanted = [&](QueryTerm const& term) { return term.words == words && term.position % step == 0; };
  auto const before = terms_.size();
  if (longest <= short_list_) {
    read_together(is_wanted, longest, admit);
  } else {
    std::erase_if(terms_, [&](QueryTerm const& term) {
      if (!is_wanted(term) || postings_ > Tuned::most_postings) return false;
      bool const few = read(term.shingle, longest);
      if (few) count(term, chunks_, admit);
      if (!few) postings_ += longest;
      return few;
    });
  }
  return terms_.size() < before;
}

template <typename IsWanted>
void StagedSearch::read_together(IsWanted const& is_wanted, std::size_t longest, bool admit) {
  shingles_.clear();
  auto const is_asked = [&](QueryTerm const& term) {
    return is_wanted(term) && !long_lists_.is_longer(term.shingle, longest);
  };
  auto const asked =
      std::stable_partition(terms_.begin(), terms_.end(), [&](QueryTerm const& term) { return !is_asked(term); });
  std::transform(asked, terms_.end(), std::back_inserter(shingles_), [](auto const& term) { return term.shingle; });
  std::vector<QueryTerm> left;
  index_.read_each(state_, shingles_, longest, [&](std::size_t place, std::vector<std::uint32_t> const* chunks) {
    auto const& term = asked[static_cast<std::ptrdiff_t>(place)];
    if (chunks != nullptr) {
      count(term, *chunks, admit);
    } else {
      long_lists_.note(term.shingle, longest);
      left.push_back(term);
    }
  });
  terms_.erase(asked, terms_.end());
  terms_.insert(terms_.end(), left.begin(), left.end());
}

// Adds a shingle's weight to the chunks of its posting list.
void StagedSearch::count(QueryTerm const& term, std::span<std::uint32_t const> chunks, bool admit) {
  auto const all = std::max(static_cast<double>(state_.words) / words_per_chunk, 1.0);
  auto const rarity = std::log2(1 + all / static_cast<double>(chunks.size() + 1));
  auto const weight = static_cast<std::uint32_t>(std::lround(rarity * unit));
  postings_ += chunks.size();
  weight_read_ += weight;
  if (only_ != nullptr) chunks = only_->own_of(chunks, own_);
  scores_.add(chunks, weight, term.part, admit);
}

// A chunk with its neighbour has at most twice the score of the better one, which rules out most chunks early.
void StagedSearch::find_best() {
  ChunkScore best;
  for (auto const& score : scores_.all()) {
    if (score.weight * 2 <= best.weight) continue;
    auto const both = scores_.with_neighbour(score, best.weight + 1);
    if (both.weight > best.weight) best = both;
  }
  best_ = best;
}

bool StagedSearch::is_clear() const { return best_.weight >= Tuned::clear_bits * unit; }

bool StagedSearch::is_hopeless() const {
  auto const least = query_.size() < Tuned::long_query ? Tuned::least_share : Tuned::least_share_of_long;
  return static_cast<double>(best_.weight) < least * static_cast<double>(weight_read_);
}

bool StagedSearch::is_decided() const {
  if (terms_.empty()) return true;
  bool const all_telling = std::ranges::none_of(terms_, [&](QueryTerm const& term) { return term.words == telling_; });
  // The best chunk contains every long shingle, hence the shorter ones within them too.
  if (all_telling && best_.weight > 0 && has_all_weight()) return true;
  return is_clear() && !has_many_ties();
}

bool StagedSearch::has_many_ties() const {
  auto const near = best_.weight - best_.weight / Tuned::about_equal;
  std::size_t count = 0;
  for (auto const& score : scores_.all())
    if (score.weight >= near && ++count > Tuned::most_compared) return true;
  return false;
}

}  // namespace quoth::db
