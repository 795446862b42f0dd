// SPDX-License-Identifier: MIT
#include "match/speakers/own_source.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "text/words/words.hpp"

namespace quoth::match {

namespace {

// When a document of the store is the article itself, or an earlier version of it.
struct Tuned {
  static constexpr std::size_t samples = 12;          // stretches of the article's own words that are looked for in it
  static constexpr std::size_t sample_words = 8;      // of each
  static constexpr std::ptrdiff_t least_samples = 9;  // that stand in it
  static constexpr double least_score = 0.9;          // of a stretch that stands there, see Candidate::score
  static constexpr double least_share = 0.8;          // of the words of the longer one that the shorter one has
};

// The article's own words: its text without its quotations.
std::string own_words(Document const& article, std::vector<Quotation> const& quotations) {
  std::string own;
  std::uint32_t at = 0;
  for (auto const& quotation : quotations) {
    for (auto const segment : quotation.segments) {
      if (segment.first < at) continue;
      own += article.utf8({at, segment.first});
      own += '\n';
      at = segment.last;
    }
  }
  return own + article.utf8({at, static_cast<std::uint32_t>(article.text().size())});
}

// Stretches of it, evenly spread.
std::vector<std::string> samples_of(std::string const& own) {
  std::vector<std::string> samples;
  auto const words = text::split_words(own);
  if (words.size() < Tuned::samples * Tuned::sample_words) return samples;
  auto const step = (words.size() - Tuned::sample_words) / (Tuned::samples - 1);
  for (std::size_t i = 0; i < Tuned::samples; ++i) {
    auto const first = i * step;
    auto const begin = words[first].first;
    samples.push_back(own.substr(begin, words[first + Tuned::sample_words - 1].last - begin));
  }
  return samples;
}

bool same_path(std::string const& a, std::string const& b) {
  if (a.empty() || b.empty()) return false;
  std::error_code error;
  return a == b || std::filesystem::equivalent(a, b, error);
}

}  // namespace

std::vector<SourceRecord> own_sources(Document const& article, std::vector<Quotation> const& quotations,
                                      std::vector<Finding> const& findings, SourceLookup const& store) {
  std::set<std::string> ids;
  for (auto const& finding : findings)
    for (auto const& evidence : finding.evidence) ids.insert(evidence.source);
  std::vector<SourceRecord> own;
  std::vector<std::string> samples;
  double words = 0;
  for (auto const& id : ids) {
    auto const source = store.find(id);
    if (!source || source->kind != SourceKind::document) continue;
    if (same_path(source->path, article.id())) {
      own.push_back(*source);
      continue;
    }
    if (words == 0)
      words = static_cast<double>(
          text::split_words(article.utf8({0, static_cast<std::uint32_t>(article.text().size())})).size());
    if (source->words < words * Tuned::least_share || source->words * Tuned::least_share > words) continue;
    if (samples.empty()) samples = samples_of(own_words(article, quotations));
    auto const stands = std::ranges::count_if(samples, [&](auto const& sample) {
      Query query;
      query.words = sample;
      query.favoured = {source->number};
      auto const found = store.candidates(query);
      return std::ranges::any_of(found, [&](Candidate const& one) {
        return one.source.number == source->number && one.score >= Tuned::least_score;
      });
    });
    if (stands >= Tuned::least_samples) own.push_back(*source);
  }
  return own;
}

}  // namespace quoth::match
