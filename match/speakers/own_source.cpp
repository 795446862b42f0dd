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
  static constexpr std::size_t samples = 12;      // stretches of the article's own words that are looked for in it
  static constexpr std::size_t sample_words = 8;  // of each
  static constexpr double least_stand = 0.75;     // of the stretches that stand in it
  static constexpr double least_shared = 0.75;    // of the words of a shorter one with the same title, in the article
  static constexpr double least_stand_of_shorter = 0.25;
  static constexpr std::size_t least_own_words = 3;  // in a stretch that has words of a quotation too
  static constexpr std::size_t least_mixed = 2;      // such stretches
  static constexpr double least_score = 0.9;         // of a stretch that stands there, see Candidate::score
  static constexpr double least_share = 0.8;         // of the words of the longer one that the shorter one has
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

// At most so many of the samples as are looked for, evenly spread.
std::vector<std::string> spread(std::vector<std::string> all) {
  if (all.size() <= Tuned::samples) return all;
  std::vector<std::string> samples;
  samples.reserve(Tuned::samples);
  for (std::size_t i = 0; i < Tuned::samples; ++i) samples.push_back(all[i * (all.size() - 1) / (Tuned::samples - 1)]);
  return samples;
}

std::vector<std::string> words_of(std::string const& text) {
  std::vector<std::string> words;
  for (auto const& word : text::split_words(text)) words.push_back(text.substr(word.first, word.last - word.first));
  return words;
}

struct ArticleWord {
  std::string text;
  bool own = false;  // stands outside quotations
};

std::vector<ArticleWord> words_of_block(Document const& article, std::vector<Quotation> const& quotations, Span block) {
  std::vector<ArticleWord> words;
  auto const add = [&](Span span, bool own) {
    for (auto& word : words_of(article.utf8(span))) words.push_back({std::move(word), own});
  };
  auto at = block.first;
  for (auto const& quotation : quotations) {
    for (auto const segment : quotation.segments) {
      if (segment.first < at || segment.last > block.last) continue;
      add({at, segment.first}, true);
      add(segment, false);
      at = segment.last;
    }
  }
  add({at, block.last}, true);
  return words;
}

// Stretches that hold words of the article's own, of one that is nearly all quotations: who says what, in which words.
std::vector<std::string> mixed_samples(Document const& article, std::vector<Quotation> const& quotations) {
  std::vector<std::string> samples;
  for (auto const& block : article.blocks()) {
    auto const words = words_of_block(article, quotations, block.span);
    for (std::size_t first = 0; first + Tuned::sample_words <= words.size(); ++first) {
      std::string sample;
      std::size_t own = 0;
      for (auto i = first; i < first + Tuned::sample_words; ++i) {
        sample += words[i].text + ' ';
        own += words[i].own ? 1 : 0;
      }
      if (own >= Tuned::least_own_words) samples.push_back(std::move(sample));
    }
  }
  return samples.size() < Tuned::least_mixed ? std::vector<std::string>() : spread(std::move(samples));
}

// Stretches of its own words.
std::vector<std::string> samples_of(Document const& article, std::vector<Quotation> const& quotations) {
  auto const own = own_words(article, quotations);
  auto const words = text::split_words(own);
  if (words.size() < Tuned::samples * Tuned::sample_words) return mixed_samples(article, quotations);
  std::vector<std::string> samples;
  for (std::size_t first = 0; first + Tuned::sample_words <= words.size(); ++first) {
    auto const begin = words[first].first;
    samples.push_back(own.substr(begin, words[first + Tuned::sample_words - 1].last - begin));
  }
  return spread(std::move(samples));
}

bool same_title(std::string const& a, std::string const& b) {
  auto const words = words_of(a);
  return !words.empty() && words == words_of(b);
}

// How many words an article has, and how many of them outside its quotations.
struct Lengths {
  double all = 0;
  double own = 0;
};

// The share of the samples that have to stand in the source for it to be the article; above 1 where it cannot be.
double least_stand(Document const& article, SourceRecord const& source, Lengths const& words) {
  auto const shorter = std::min<double>(words.all, source.words);
  if (shorter >= Tuned::least_share * std::max<double>(words.all, source.words)) return Tuned::least_stand;
  if (!same_title(article.title, source.title)) return 2;
  if (source.words > words.all || words.own < 1) return Tuned::least_stand;
  auto const quoted = words.all - words.own;
  return std::max(Tuned::least_stand_of_shorter, (Tuned::least_shared * source.words - quoted) / words.own);
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
  Lengths words;
  for (auto const& id : ids) {
    auto const source = store.find(id);
    if (!source || source->kind != SourceKind::document) continue;
    if (same_path(source->path, article.id())) {
      own.push_back(*source);
      continue;
    }
    if (samples.empty()) {
      auto const all = article.utf8({0, static_cast<std::uint32_t>(article.text().size())});
      auto const outside = own_words(article, quotations);
      words = {static_cast<double>(text::split_words(all).size()),
               static_cast<double>(text::split_words(outside).size())};
      samples = samples_of(article, quotations);
    }
    auto const least = least_stand(article, *source, words) * static_cast<double>(samples.size());
    if (samples.empty() || least > static_cast<double>(samples.size())) continue;
    auto const stands = std::ranges::count_if(samples, [&](auto const& sample) {
      Query query;
      query.words = sample;
      query.favoured = {source->number};
      auto const found = store.candidates(query);
      return std::ranges::any_of(found, [&](Candidate const& one) {
        return one.source.number == source->number && one.score >= Tuned::least_score;
      });
    });
    if (static_cast<double>(stands) >= least) own.push_back(*source);
  }
  return own;
}

}  // namespace quoth::match
