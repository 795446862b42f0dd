// SPDX-License-Identifier: MIT
#include "candidate_search.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "quoth/words.hpp"
#include "window.hpp"

namespace quoth {

namespace {
constexpr std::size_t longest_list = 20'000;
constexpr std::size_t most_chunks = 32;
constexpr std::size_t most_places = 4;
}  // namespace

struct CandidateSearch::Found {
  StoredSource source;
  std::vector<Place> places;
  double score = 0;
};

std::vector<std::uint32_t> CandidateSearch::best_chunks(QueryWords& words) const {
  auto size = words.hash.size();
  auto state = index_.state();
  words.single.assign(size, 0);
  words.pair.assign(size > 0 ? size - 1 : 0, 0);
  std::unordered_map<std::uint32_t, double> votes;
  std::vector<std::uint32_t> chunks;
  auto vote = [&](Shingle shingle) {
    bool all = index_.read(state, shingle, longest_list, chunks);
    double worth = all ? 1.0 / std::log2(4.0 + static_cast<double>(chunks.size())) : 0.05;
    for (auto chunk : chunks) votes[chunk] += worth;
    return worth;
  };
  for (std::size_t i = 0; i < size; ++i) {
    words.single[i] = vote(shingle(words.hash[i]));
    if (i + 1 < size) words.pair[i] = vote(shingle(words.hash[i], words.hash[i + 1]));
    if (i + 2 < size) vote(shingle(words.hash[i], words.hash[i + 1], words.hash[i + 2]));
  }
  for (auto worth : words.single) words.total += worth;
  for (auto worth : words.pair) words.total += worth;
  std::vector<std::pair<double, std::uint32_t>> ranked;
  for (auto const& [chunk, worth] : votes) {
    auto next = votes.find(chunk + 1);
    ranked.emplace_back(-(worth + (next == votes.end() ? 0 : next->second)), chunk);
  }
  auto keep = std::min(ranked.size(), most_chunks);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(keep), ranked.end());
  std::vector<std::uint32_t> best;
  for (std::size_t i = 0; i < keep; ++i) best.push_back(ranked[i].second);
  return best;
}

CandidateSearch::Found CandidateSearch::place(StoredSource source, std::vector<std::uint32_t> const& chunks,
                                              QueryWords const& words) const {
  std::set<std::int64_t> wanted;
  for (std::int64_t chunk : chunks)
    for (auto near : {chunk - 1, chunk, chunk + 1})
      if (near >= source.first_chunk && near < source.first_chunk + source.chunks) wanted.insert(near);
  std::vector<Passage> passages;
  for (auto chunk : wanted) reader_.passages(chunk, chunk + 1, passages);
  std::vector<HashedWord> text;
  for (auto const& passage : passages) hash_words(passage.text, passage.first_word, text);
  Found found{std::move(source), find_places(words, text, most_places), 0};
  double worth = 0;
  for (std::size_t i = 0; i < found.places.size(); ++i) worth += found.places[i].worth * (i == 0 ? 1.0 : 0.95);
  found.score = words.total > 0 ? std::min(1.0, worth / words.total) : 0;
  return found;
}

std::vector<Candidate> CandidateSearch::find(Query const& query) const {
  QueryWords words;
  std::vector<HashedWord> hashed;
  hash_words(query.words, 0, hashed);
  for (auto const& word : hashed) words.hash.push_back(word.hash);
  std::map<std::int64_t, std::pair<StoredSource, std::vector<std::uint32_t>>> by_source;
  for (auto chunk : best_chunks(words)) {
    auto source = reader_.by_chunk(chunk);
    if (!source) continue;
    auto& entry = by_source[source->record.number];
    entry.first = *source;
    entry.second.push_back(chunk);
  }
  std::vector<Found> found;
  for (auto& [number, entry] : by_source) {
    auto placed = place(std::move(entry.first), entry.second, words);
    if (!placed.places.empty()) found.push_back(std::move(placed));
  }
  std::ranges::sort(found, [&](Found const& a, Found const& b) {
    if (std::abs(a.score - b.score) > 1e-9) return a.score > b.score;
    return a.source.record.id < b.source.record.id;
  });
  std::vector<Candidate> candidates;
  for (auto const& one : found) {
    if (candidates.size() == query.limit) break;
    candidates.push_back({one.source.record, windows_around(reader_, one.source, one.places), one.score});
  }
  return candidates;
}

}  // namespace quoth
