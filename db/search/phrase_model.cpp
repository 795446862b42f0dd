// SPDX-License-Identifier: MIT
#include "db/search/phrase_model.hpp"

#include <algorithm>
#include <cmath>

#include "db/search/search_tuning.hpp"
namespace quoth::db {

namespace {

using Tuned = PhraseTuning;

}  // namespace

PhraseModel::PhraseModel(Cache& cache, Connection& connection, PostingIndex const& index)
    : cache_(cache), index_(index) {
  auto const version = connection.version();
  if (version == cache.version_) return;
  cache.state_ = index.state();
  std::uint64_t chunks = 0;
  for (auto const& segment : cache.state_.segments) chunks += segment.chunks.size();
  cache.chunks_ = static_cast<double>(chunks - std::min(chunks, cache.state_.dead_chunks));
  cache.lengths_.fill({});
  cache.version_ = version;
}

std::size_t PhraseModel::length(Shingle shingle) const {
  auto& entry = cache_.lengths_[shingle % cache_.lengths_.size()];
  if (!entry.known || entry.shingle != shingle) entry = {shingle, true, index_.count(cache_.state_, shingle)};
  return entry.chunks;
}

// The index knows in how many chunks a shingle stands. If its occurrences are spread at random (Poisson), a share of
// 1 - exp(-n / chunks) of the chunks holds n of them.
double PhraseModel::count(Shingle shingle, double left_out) const {
  auto const holding = std::max(static_cast<double>(length(shingle)) - left_out, 0.0);
  auto const chunks = cache_.chunks_;
  auto const share = std::min(holding / chunks, 1 - 0.5 / chunks);
  return -std::log1p(-share) * chunks;
}

double PhraseModel::log_probability(std::vector<text::HashedWord> const& words, std::size_t i,
                                    double occurrences) const {
  auto const others = [&](Shingle shingle) { return count(shingle, occurrences); };
  auto const all = static_cast<double>(cache_.state_.words);
  if (i >= 1) {
    auto const a = words[i - 1].hash;
    auto const b = words[i].hash;
    auto const pairs = others(shingle(a, b));
    if (i >= 2 && pairs > 0) {
      auto const before = words[i - 2].hash;
      auto const triples = others(shingle(before, a, b));
      if (triples > 0) return std::log(triples / std::max(count(shingle(before, a)), triples));
    }
    auto const dropped = i >= 2 ? Tuned::backoff : 1;
    if (pairs > 0) return std::log(dropped * pairs / std::max(count(shingle(a)), pairs));
  }
  auto const single = std::max(others(shingle(words[i].hash)), Tuned::unseen);
  return std::log(std::pow(Tuned::backoff, static_cast<double>(std::min<std::size_t>(i, 2))) *
                  std::min(1.0, single / all));
}

}  // namespace quoth::db

namespace quoth {

double PhraseOdds::places(double among_words) const {
  auto const places = std::exp(log_probability) * among_words;
  return places < 1 ? std::cbrt(places) : places;
}

}  // namespace quoth

namespace quoth::db {

PhraseOdds PhraseModel::odds(std::string_view words, double improbable, std::size_t occurrences) const {
  PhraseOdds odds{0, cache_.state_.words};
  if (odds.words == 0) return odds;
  std::vector<text::HashedWord> hashed;
  hash_spoken(words, 0, hashed);
  for (std::size_t i = 0; i < hashed.size() && odds.log_probability > improbable; ++i)
    odds.log_probability += log_probability(hashed, i, static_cast<double>(occurrences));
  return odds;
}

}  // namespace quoth::db
