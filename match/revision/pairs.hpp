// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "match/revision/version.hpp"

namespace quoth::match {

// Which quotations of the old version have the words of each quotation of the new one.
class Pairs {
 public:
  Pairs(Version const& before, Version const& now)
      : old_of_(now.quotations.size()),
        best_(now.quotations.size()),
        taken_(before.quotations.size()),
        whole_(before.quotations.size()) {}

  // `whole`: both have the same words.
  void add(std::size_t now, std::size_t before, bool whole = false);

  // The first that was added: that with most of the words.
  std::size_t best_of(std::size_t now) const { return best_[now]; }
  // Rising.
  std::vector<std::size_t> const& old_of(std::size_t now) const { return old_of_[now]; }
  bool is_paired(std::size_t now) const { return !old_of_[now].empty(); }
  // Whether the new version has words of it.
  bool is_taken(std::size_t before) const { return taken_[before]; }
  // Whether a quotation of the new version has its words and no others.
  bool is_whole(std::size_t before) const { return whole_[before]; }

 private:
  std::vector<std::vector<std::size_t>> old_of_;
  std::vector<std::size_t> best_;
  std::vector<bool> taken_;
  std::vector<bool> whole_;
};

// Pairs quotations with the same words, one with one as far as there are as many: first those of one speaker, then in
// order.
void pair_same_words(Version const& before, Version const& now, Pairs& pairs);

// A quotation of the new version and one of the old, none of them paired yet.
struct PlacePair {
  std::size_t now = 0;
  std::size_t before = 0;
};

// Quotations that are taken for the same although fewer of their words are than prove it: most of them, or some where
// they stand between the same neighbours or in the same words of the writer's.
std::vector<PlacePair> same_places(Version const& before, Version const& now, Pairs const& pairs);

// For each quotation of the new version whether it stands elsewhere than before among the others: whether it is outside
// of a longest rising subsequence (Schensted 1961) of the places that they had.
std::vector<bool> moved(Pairs const& pairs, std::size_t quotations);

}  // namespace quoth::match
