// SPDX-License-Identifier: MIT
#include "db/search/search_session.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "db/search/loaded_text.hpp"
#include "db/search/search_tuning.hpp"
#include "db/search/top_chunks.hpp"
#include "db/search/window.hpp"

namespace quoth::db {

namespace {

using Tuned = SelectionTuning;

}  // namespace

struct SearchSession::Found {
  DatedSource const* source = nullptr;
  LoadedText text;
  Placement const* placement = nullptr;  // in `placements_`
  bool claimed_speaker = false;
  bool favoured = false;
  std::int64_t distance = 0;
};

SearchSession::SearchSession(SearchContext& context, Query const& query)
    : context_(context),
      query_(query),
      words_(query.words),
      owners_(context.owners, context.connection),
      texts_(context.texts, context.connection, context.reader),
      tie_breaker_(context.connection, context.reader, owners_, context.people, context.speaker_chunks, query),
      staged_search_(context.staged_search, context.connection, context.index, words_) {}

// Adds the chunk before or after those read where a match lies so near their border that it may go on beyond. Returns
// whether a chunk was added.
bool SearchSession::add_border(std::vector<std::int64_t>& chunks, Extent const& extent, LoadedText const& text,
                               Placement const& placement) const {
  auto const size = words_.size();
  if (placement.regions.empty() || placement.score > 1 - 1e-9) return false;
  auto const count = chunks.size();
  auto const add = [&](std::int64_t chunk) {
    bool const known = std::ranges::find(chunks, chunk) != chunks.end();
    if (!known && chunk >= extent.first_chunk && chunk < extent.last_chunk) chunks.push_back(chunk);
  };
  auto const& region = placement.regions.front();
  auto const first = text.passage_of(region.first).chunk;
  auto const last = text.passage_of(region.last).chunk;
  auto const far = [&](std::uint32_t word) { return word < text.words().size() ? text.passage_of(word).chunk : -1; };
  if (region.first < size || far(region.first - size) != first) add(first - 1);
  if (far(region.last + size) != last) add(last + 1);
  std::ranges::sort(chunks);
  return chunks.size() > count;
}

// Cached, because the stages of a search often read the same chunks.
Placement const& SearchSession::placement_in(std::vector<std::int64_t> const& chunks, LoadedText const& text) {
  auto [known, added] = placements_.try_emplace(chunks);
  if (added) known->second = context_.placement_finder.find(words_, text.words());
  return known->second;
}

// Reads the chunks and places the query in them, the chunks of one source together. Adds neighbouring chunks that match
// other parts of the query.
std::vector<SearchSession::Found> SearchSession::read_and_place(std::vector<std::uint32_t> chunks) {
  auto const& scores = staged_search_.scores();
  auto const given = chunks.size();
  for (std::size_t i = 0; i < given; ++i) {
    auto const* score = scores.find(chunks[i]);
    if (score == nullptr) continue;
    for (auto near : {chunks[i] - 1, chunks[i] + 1, chunks[i] + 2}) {
      auto const* neighbour = scores.find(near);
      if (neighbour != nullptr && (neighbour->parts & ~score->parts) != 0) chunks.push_back(near);
    }
  }
  std::ranges::sort(chunks);
  chunks.erase(std::unique(chunks.begin(), chunks.end()), chunks.end());
  std::vector<Found> found;
  for (std::size_t i = 0; i < chunks.size();) {
    auto const* const source = owners_.find(chunks[i]);
    std::vector<std::int64_t> own;
    if (source == nullptr) {
      ++i;
      continue;
    }
    for (; i < chunks.size() && chunks[i] < source->extent.last_chunk; ++i) own.push_back(chunks[i]);
    LoadedText text(texts_, own);
    auto const* placement = &placement_in(own, text);
    if (add_border(own, source->extent, text, *placement)) {
      text = LoadedText(texts_, own);
      placement = &placement_in(own, text);
    }
    if (!placement->regions.empty()) found.push_back({source, std::move(text), placement, {}, {}, {}});
  }
  return found;
}

// Sorts best first: by score, then by the tie-breaking rules.
void SearchSession::rank(std::vector<Found>& found) const {
  for (auto& one : found) {
    auto const& region = one.placement->regions.front();
    one.claimed_speaker = tie_breaker_.is_claimed_speaker(one.text.passage_of(region.first).label) ||
                          tie_breaker_.is_claimed_speaker(one.text.passage_of(region.last).label);
    one.favoured = tie_breaker_.is_favoured(one.source->extent.source);
    one.distance = tie_breaker_.distance(one.source->date);
  }
  std::sort(found.begin(), found.end(), [](Found const& a, Found const& b) {
    return std::tuple(b.placement->score, !a.claimed_speaker, !a.favoured, a.distance, std::string_view(a.source->id)) <
           std::tuple(a.placement->score, !b.claimed_speaker, !b.favoured, b.distance, std::string_view(b.source->id));
  });
}

std::vector<SearchSession::Found> SearchSession::look(std::vector<std::uint32_t> chunks) {
  auto found = read_and_place(std::move(chunks));
  rank(found);
  return found;
}

// Searches for a short phrase word for word. If all its shingles are too common to read their posting lists, the
// preferred sources are looked up one by one; the lists are read only if these do not contain the phrase.
std::vector<SearchSession::Found> SearchSession::search_phrase() {
  if (!staged_search_.find_phrase()) return {};
  auto const pick_holders = [&] {
    auto const& common = staged_search_.common();
    return tie_breaker_.pick(
        common, common.size() > Tuned::most_with_phrase ? Tuned::few_with_phrase : Tuned::most_with_phrase);
  };
  if (!staged_search_.is_too_common()) return look(pick_holders());
  auto const holders = [&](ChunkRange range, std::vector<std::uint32_t>& out) { staged_search_.common_in(range, out); };
  auto found = look(tie_breaker_.pick(holders, Tuned::few_with_phrase));
  if (has_all(found) || !staged_search_.find_common_phrase()) return found;
  return look(pick_holders());
}

std::vector<SearchSession::Found> SearchSession::search() {
  auto found = search_phrase();
  if (has_all(found)) return found;
  if (is_of_use_by_claimed_only()) {
    if (!tie_breaker_.has_speaker() || words_.size() < Tuned::least_alike) return found;
    staged_search_.restrict_to(tie_breaker_.own_chunks());
  }
  TopChunks const top_chunks(staged_search_, tie_breaker_);
  if (staged_search_.evaluate_first()) {
    found = look(top_chunks.select_with_rest(1, Tuned::most_chunks));
    if (has_all(found) && is_claimed(found)) return found;
  }
  if (!has_all(found) && staged_search_.evaluate_second()) {
    found = look(top_chunks.select_with_rest(Tuned::least_share_of_few_terms, Tuned::most_chunks));
    if (is_good(found) && is_claimed(found)) return found;
  }
  if (is_absent(top_chunks)) return {};
  return search_all(top_chunks, std::move(found));
}

// Looks up common shingles too.
std::vector<SearchSession::Found> SearchSession::search_all(TopChunks const& top_chunks, std::vector<Found> found) {
  staged_search_.evaluate_rest();
  if (!is_short() && !is_near(top_chunks)) return {};
  // The words are found, but not by the claimed speaker: see whether that speaker said something similar.
  if (is_good(found)) return look(top_chunks.select_with_rest(Tuned::least_share_of_claimed, Tuned::most_chunks));
  auto const is_long = words_.size() >= StagedSearchTuning::long_query;
  if (staged_search_.is_hopeless())
    return look(top_chunks.select(Tuned::least_share_of_best, is_long ? Tuned::few_chunks : Tuned::some_chunks));
  auto const room = is_long ? Tuned::some_chunks : Tuned::most_chunks;
  if (!staged_search_.is_clear()) return look(top_chunks.select_with_rest(Tuned::least_share_of_claimed, room));
  auto const share = staged_search_.has_all_weight() ? Tuned::least_share_of_exact : Tuned::least_share_of_best;
  found = look(top_chunks.select_with_rest(share, Tuned::most_chunks));
  if (is_good(found) && is_claimed(found)) return found;
  return look(
      top_chunks.select_with_rest(Tuned::least_share_of_claimed, is_claimed(found) ? room : Tuned::most_chunks));
}

bool SearchSession::is_short() const { return words_.size() <= StagedSearchTuning::short_phrase; }

// Of others, a few words prove nothing unless they are the same.
bool SearchSession::is_of_use_by_claimed_only() const {
  return is_short() && !query_.speaker.empty() && query_.least_score_of_others > query_.least_score &&
         !context_.reader.holds_recognised();
}

// What is not there is not near any chunk of those that have most of its rare shingles; looking up the common ones
// would take several times as long.
bool SearchSession::is_absent(TopChunks const& top_chunks) {
  if (is_short()) return false;
  staged_search_.evaluate_short();
  if (staged_search_.is_missing() && !context_.reader.holds_recognised()) return true;
  return staged_search_.has_read_most() && !is_near(top_chunks);
}

// The claimed speaker's chunks are asked apart: others with about as much are many.
bool SearchSession::is_near(TopChunks const& top_chunks) {
  if (is_near(top_chunks, query_.speaker.empty() ? query_.least_score : query_.least_score_of_others, nullptr))
    return true;
  return tie_breaker_.has_speaker() && is_near(top_chunks, query_.least_score, &tie_breaker_.own_chunks());
}

bool SearchSession::is_near(TopChunks const& top_chunks, double least_score, SpeakerChunks const* only) {
  double least_share = 0;
  if (context_.reader.holds_recognised()) {
    least_score *= Tuned::share_for_recognised;
  } else if (words_.size() >= StagedSearchTuning::long_query) {
    least_score = std::max(least_score, Tuned::least_score_of_long);
    least_share = Tuned::least_share_of_long;
  }
  auto const share = std::max(least_score * least_score * Tuned::least_share_of_pairs, least_share);
  auto const nearest = top_chunks.nearest(share, Tuned::near_chunks, only);
  return std::ranges::any_of(nearest, [&](std::int64_t chunk) {
    std::vector<std::int64_t> const alone{chunk};
    return placement_in(alone, LoadedText(texts_, alone)).score >= least_score;
  });
}

// Several consecutive words that are missing may be in another source, so such a match is not good enough.
bool SearchSession::is_good(std::vector<Found> const& found) const {
  if (found.empty() || found.front().placement->score < Tuned::good_score) return false;
  auto const& covered = found.front().placement->covered;
  int missing = 0;
  for (std::size_t word = 0; word < words_.size() && missing <= Tuned::most_missing; ++word)
    missing = covered[word] ? 0 : missing + 1;
  return missing <= Tuned::most_missing;
}

bool SearchSession::is_claimed(std::vector<Found> const& found) const {
  return !tie_breaker_.has_speaker() || std::ranges::any_of(found, &Found::claimed_speaker);
}

bool SearchSession::has_all(std::vector<Found> const& found) {
  return !found.empty() && found.front().placement->score > 1 - 1e-9;
}

// Chooses at most `limit` of the found, best first. Those with enough words of the query that no better one has come
// before the rest.
std::vector<std::size_t> SearchSession::choose(std::vector<Found> const& found, std::size_t limit) {
  std::vector<std::size_t> chosen, others;
  decltype(Placement::covered) covered;
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto const& placement = *found[i].placement;
    auto const adds = (placement.covered & ~covered).count();
    covered |= placement.covered;
    if (i == 0 || adds >= Tuned::least_words)
      chosen.push_back(i);
    else if (placement.score >= Tuned::least_score * found.front().placement->score)
      others.push_back(i);
  }
  chosen.resize(std::min(chosen.size(), limit));
  others.resize(std::min(others.size(), limit - chosen.size()));
  chosen.insert(chosen.end(), others.begin(), others.end());
  std::ranges::sort(chosen);
  return chosen;
}

// Whether a source that was left out has the same score as one that was chosen.
bool SearchSession::leaves_out_equals(std::vector<Found> const& found, std::vector<std::size_t> const& chosen) {
  std::vector<double> scores;
  scores.reserve(chosen.size());
  for (auto i : chosen) scores.push_back(found[i].placement->score);
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto const is_chosen = std::ranges::binary_search(chosen, i);
    if (!is_chosen && std::ranges::find(scores, found[i].placement->score) != scores.end()) return true;
  }
  return false;
}

std::vector<Candidate> SearchSession::candidates() && {
  std::vector<Candidate> candidates;
  if (words_.size() == 0) return candidates;
  auto found = search();
  auto const chosen = choose(found, query_.limit);
  auto const by_ties = tie_breaker_.has_chosen() || leaves_out_equals(found, chosen);
  for (auto i : chosen) {
    auto& one = found[i];
    auto const& extent = one.source->extent;
    auto windows = windows_around(context_.reader, texts_, extent, one.text, one.placement->regions);
    auto const has_speaker = one.claimed_speaker || tie_breaker_.holds_claimed_speaker(extent);
    auto stored = context_.reader.by_number(extent.source);
    if (!stored) continue;
    candidates.push_back({std::move(stored->record), std::move(windows), one.placement->score, has_speaker, by_ties});
  }
  return candidates;
}

}  // namespace quoth::db
