// SPDX-License-Identifier: MIT
#include "db/audit/passage_overlap.hpp"

#include <algorithm>
#include <utility>

namespace quoth::db {

namespace {

constexpr std::size_t shingle = 3;  // words
// Places of a shingle that are compared: more only where a turn repeats itself.
constexpr std::size_t most_places = 4;
constexpr std::string_view left_out = "[…]";

}  // namespace

std::size_t PassageOverlap::add(std::string_view passage) {
  auto const number = parents_.size();
  parents_.push_back(number);
  for (;;) {
    auto const end = passage.find(left_out);
    add_stretch(number, passage.substr(0, end));
    if (end == passage.npos) return number;
    passage.remove_prefix(end + left_out.size());
  }
}

void PassageOverlap::add_stretch(std::size_t passage, std::string_view text) {
  text::split_words(text, split_);
  auto const number = stretches_.size();
  auto& words = stretches_.emplace_back(Stretch{passage, {}}).words;
  for (std::size_t i = 0; i < split_.size(); ++i) {
    auto const next = static_cast<std::uint32_t>(numbers_.size());
    words.push_back(numbers_.try_emplace(std::string(split_.key(i)), next).first->second);
  }
  constexpr unsigned bits = 21;  // of a word's number; two shingles that fall together are told apart by `overlap`
  for (std::size_t i = 0; i + shingle <= words.size(); ++i) {
    std::uint64_t key = 0;
    for (std::size_t j = i; j < i + shingle; ++j) key = key << bits | words[j];
    auto& places = shingles_[key];
    bool is_known = false;
    for (auto const& place : places) {
      auto const& other = stretches_[place.stretch];
      if (!overlap(words, i, other.words, place.word)) continue;
      unite(passage, other.passage);
      is_known = true;
    }
    if (!is_known && places.size() < most_places) places.push_back({number, i});
  }
}

// Whether the words from these places on agree as far as either reaches, to both sides.
bool PassageOverlap::overlap(Words const& one, std::size_t at, Words const& other, std::size_t its) {
  auto const back = std::min(at, its);
  auto const length = back + std::min(one.size() - at, other.size() - its);
  auto const first = one.begin() + static_cast<std::ptrdiff_t>(at - back);
  return std::equal(first, first + static_cast<std::ptrdiff_t>(length),
                    other.begin() + static_cast<std::ptrdiff_t>(its - back));
}

std::size_t PassageOverlap::group_of(std::size_t passage) {
  while (parents_[passage] != passage) passage = parents_[passage] = parents_[parents_[passage]];
  return passage;
}

void PassageOverlap::unite(std::size_t one, std::size_t other) {
  one = group_of(one);
  other = group_of(other);
  parents_[std::max(one, other)] = std::min(one, other);
}

}  // namespace quoth::db
