// SPDX-License-Identifier: MIT
// Compares the chance that quoth gives words (PhraseOdds) with how often they stand in a store that cannot hold them,
// such as transcripts of other years than the articles': whatever stands there stands there by accident.
//
//   quoth_bench_chance STORE ARTICLES...
//
// One line for each class of quotations by the number of places expected: how many quotations there are, in how many of
// them the words should stand in the store (the sum of 1 - exp(-places), as of a Poisson process), and in how many they
// do.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iostream>
#include <set>
#include <string>

#include "quoth/quoth.hpp"

namespace {

struct Class {
  double least = 0;  // places expected
  std::size_t quotations = 0;
  double expected = 0;
  std::size_t observed = 0;
};

class Comparison {
 public:
  explicit Comparison(quoth::Store const& store) : store_(store) {}

  void add(std::string const& words) {
    if (!seen_.insert(words).second) return;
    auto const odds = store_.odds(words);
    auto const places = odds.places(static_cast<double>(odds.words));
    auto* own = &classes_.front();
    for (auto& one : classes_)
      if (places >= one.least) own = &one;
    ++own->quotations;
    own->expected += 1 - std::exp(-places);
    own->observed += stands(words) ? 1 : 0;
  }

  void print() const {
    fmt::print("{:>16} {:>10} {:>10} {:>10}\n", "places expected", "quotations", "expected", "observed");
    for (auto const& one : classes_)
      fmt::print("{:>16} {:>10} {:>10.1f} {:>10}\n", fmt::format("from {:g}", one.least), one.quotations, one.expected,
                 one.observed);
  }

 private:
  bool stands(std::string const& words) const {
    auto const found = store_.candidates({words, {}, {}, {}, 1});
    return !found.empty() && found.front().score > 1 - 1e-9;
  }

  quoth::Store const& store_;
  std::set<std::string> seen_;
  std::array<Class, 6> classes_{Class{0}, Class{0.003}, Class{0.03}, Class{0.1}, Class{1}, Class{10}};
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    std::cerr << "usage: quoth_bench_chance STORE ARTICLES...\n";
    return 2;
  }
  auto const store = quoth::Store::open(argv[1]);
  Comparison comparison(store);
  for (int i = 2; i < argc; ++i) {
    for (auto const& article : quoth::read_articles(argv[i])) {
      for (auto const& quotation : quoth::extract(article)) {
        if (quotation.kind != quoth::QuotationKind::direct && quotation.kind != quoth::QuotationKind::partial) continue;
        for (auto const segment : quotation.segments) comparison.add(article.utf8(segment));
      }
    }
  }
  comparison.print();
  return 0;
} catch (quoth::Error const& error) {
  std::cerr << "quoth_bench_chance: " << error.what() << '\n';
  return 2;
}
