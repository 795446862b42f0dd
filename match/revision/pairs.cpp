// SPDX-License-Identifier: MIT
#include "match/revision/pairs.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "text/words/words.hpp"

namespace quoth::match {

namespace {

// How many words on either side of a quotation tell its place; how many must be the same where no word of the quotation
// is; and how many words the quotation may have there: longer ones are more likely others.
constexpr std::size_t words_beside = 4;
constexpr std::size_t least_beside = 3;
constexpr std::size_t most_in_place = 6;
// In code points: how far these words are looked for.
constexpr std::uint32_t reach = 80;
// The least share of the words of the longer one that two quotations between the same neighbours have in common, and
// two that only begin and end a paragraph in the same words.
constexpr double least_shared_between = 0.4;
constexpr double least_shared_beside = 0.3;
// The same of two quotations anywhere, of at least so many words.
constexpr double least_shared_anywhere = 0.6;
constexpr std::size_t least_words_anywhere = 4;
// Each of so many is compared with each.
constexpr std::size_t most_free = 100;

std::string joined(std::vector<std::string> const& words) {
  std::string all;
  for (auto const& word : words) all += word + " ";
  return all;
}

class SameWords {
 public:
  SameWords(Version const& before, Version const& now, Pairs& pairs) : now_(now), pairs_(pairs) {
    for (std::size_t i = 0; i < before.quotations.size(); ++i) {
      if (!before.is_compared(i)) continue;
      with_words_[words_key(before, i)].all.push_back(i);
      with_words_[speaker_key(before, i)].all.push_back(i);
    }
  }

  void pair() {
    pair_each(speaker_key, true);
    pair_each(words_key, true);
    pair_each(speaker_key, false);
    pair_each(words_key, false);
  }

 private:
  // Quotations of the old version; those before `next` are taken.
  struct List {
    std::vector<std::size_t> all;
    std::size_t next = 0;
  };

  static std::string words_key(Version const& version, std::size_t i) { return joined(version.words[i]); }
  static std::string speaker_key(Version const& version, std::size_t i) {
    return words_key(version, i) + "\n" + version.speaker(i);
  }

  // `free`: only with those that no other is paired with.
  void pair_each(std::string (*key)(Version const&, std::size_t), bool free) {
    for (std::size_t now = 0; now < now_.quotations.size(); ++now) {
      if (!now_.is_compared(now) || pairs_.is_paired(now)) continue;
      auto const same = with_words_.find(key(now_, now));
      if (same == with_words_.end()) continue;
      auto& [all, next] = same->second;
      while (free && next < all.size() && pairs_.is_taken(all[next])) ++next;
      if (free && next == all.size()) continue;
      pairs_.add(now, free ? all[next] : all.front(), true);
    }
  }

  Version const& now_;
  Pairs& pairs_;
  std::unordered_map<std::string, List> with_words_;  // by words, and by words and speaker
};

// The writer's words around a quotation, the nearest first, as far as its paragraph goes.
struct Surroundings {
  std::vector<std::string> before;
  std::vector<std::string> behind;
};

std::vector<std::string> keys_of(Document const& document, Span span) {
  std::vector<std::string> keys;
  auto const words = text::split_words(document.utf8(span));
  keys.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) keys.emplace_back(words.key(i));
  return keys;
}

Surroundings surroundings_of(Version const& version, std::size_t i) {
  auto const& quotation = version.quotations[i];
  auto const text = version.document.text();
  auto const first = quotation.segments.front().first;
  auto const last = quotation.segments.back().last;
  auto begin = first;
  while (begin > 0 && first - begin < reach && text[begin - 1] != U'\n') --begin;
  auto end = last;
  while (end < text.size() && end - last < reach && text[end] != U'\n') ++end;
  Surroundings found{keys_of(version.document, {begin, first}), keys_of(version.document, {last, end})};
  std::ranges::reverse(found.before);
  for (auto* side : {&found.before, &found.behind}) side->resize(std::min(side->size(), words_beside));
  return found;
}

double share_in_common(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  std::map<std::string_view, std::size_t> counts;
  for (auto const& word : a) ++counts[word];
  std::size_t shared = 0;
  for (auto const& word : b) {
    auto const found = counts.find(word);
    if (found == counts.end() || found->second == 0) continue;
    --found->second;
    ++shared;
  }
  return static_cast<double>(shared) / static_cast<double>(std::max(a.size(), b.size()));
}

class SamePlaces {
 public:
  SamePlaces(Version const& before, Version const& now, Pairs const& pairs) : before_(before), now_(now) {
    for (std::size_t i = 0; i < before.quotations.size() && free_.size() < most_free; ++i)
      if (before.is_compared(i) && !pairs.is_taken(i)) free_.push_back(i);
    std::size_t from = 0;  // the old quotation behind the one that the last paired one was
    for (std::size_t i = 0; i < now.quotations.size() && open_.size() < most_free; ++i) {
      if (!now.is_compared(i)) continue;
      if (pairs.is_paired(i)) {
        from = pairs.old_of(i).back() + 1;
      } else {
        auto to = from;
        while (to < before.quotations.size() && (!before.is_compared(to) || !pairs.is_taken(to))) ++to;
        open_.push_back({i, from, to});
      }
    }
  }

  // The likest first.
  std::vector<PlacePair> find() {
    struct Likely {
      double likeness = 0;
      PlacePair pair;
    };
    std::vector<Likely> all;
    for (auto const& open : open_) {
      for (auto const before : free_)
        if (auto const share = likeness(before, open); share > 0) all.push_back({share, {open.now, before}});
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &Likely::likeness);
    std::vector<PlacePair> found;
    for (auto const& likely : all) {
      auto const clashes = [&](PlacePair other) {
        return other.now == likely.pair.now || other.before == likely.pair.before;
      };
      if (std::ranges::none_of(found, clashes)) found.push_back(likely.pair);
    }
    return found;
  }

 private:
  // A quotation of the new version that is not paired, and the old ones between its neighbours.
  struct Open {
    std::size_t now = 0;
    std::size_t first = 0;
    std::size_t last = 0;
  };

  // 0 where they are not the same quotation; more than 1 where their places agree too.
  double likeness(std::size_t before, Open const& open) const {
    auto const shared = share_in_common(before_.words[before], now_.words[open.now]);
    bool const same_speaker = before_.speaker(before) == now_.speaker(open.now);
    bool const between = open.first <= before && before < open.last;
    if (same_speaker && between && shared >= least_shared_between) return 1 + shared;
    auto const was = surroundings_of(before_, before);
    auto const is = surroundings_of(now_, open.now);
    if (was.before == is.before && was.behind == is.behind) {
      auto const longer = std::max(before_.words[before].size(), now_.words[open.now].size());
      bool const in_place = !was.before.empty() && was.before.size() + was.behind.size() >= least_beside &&
                            before_.quotations[before].kind != QuotationKind::direct && longer <= most_in_place;
      if (shared >= least_shared_beside || in_place) return 1 + shared;
    }
    auto const words = std::min(before_.words[before].size(), now_.words[open.now].size());
    return shared >= least_shared_anywhere && words >= least_words_anywhere ? shared : 0;
  }

  Version const& before_;
  Version const& now_;
  std::vector<std::size_t> free_;  // old quotations
  std::vector<Open> open_;
};

}  // namespace

void Pairs::add(std::size_t now, std::size_t before, bool whole) {
  auto& list = old_of_[now];
  if (list.empty()) best_[now] = before;
  auto const at = std::ranges::lower_bound(list, before);
  if (at == list.end() || *at != before) list.insert(at, before);
  taken_[before] = true;
  whole_[before] = whole_[before] || whole;
}

void pair_same_words(Version const& before, Version const& now, Pairs& pairs) { SameWords(before, now, pairs).pair(); }

std::vector<PlacePair> same_places(Version const& before, Version const& now, Pairs const& pairs) {
  return SamePlaces(before, now, pairs).find();
}

std::vector<bool> moved(Pairs const& pairs, std::size_t quotations) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // of the best subsequence of each length, its last quotation
  std::vector<std::size_t> previous(quotations, none);
  auto const place = [&](std::size_t i) { return pairs.best_of(i); };
  for (std::size_t i = 0; i < quotations; ++i) {
    if (!pairs.is_paired(i)) continue;
    auto const at = std::ranges::upper_bound(ends, place(i), {}, place);
    if (at != ends.begin()) previous[i] = *std::prev(at);
    at == ends.end() ? ends.push_back(i) : void(*at = i);
  }
  std::vector<bool> found(quotations);
  for (std::size_t i = 0; i < quotations; ++i) found[i] = pairs.is_paired(i);
  for (auto i = ends.empty() ? none : ends.back(); i != none; i = previous[i]) found[i] = false;
  return found;
}

}  // namespace quoth::match
