// SPDX-License-Identifier: MIT
// The stages of extraction, each over every article of a file: quoth_bench_extraction FILE.jsonl [--benchmark_…]
#include <benchmark/benchmark.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/speakers/classification.hpp"
#include "quoth/quotation.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::grammar;

namespace {

// An article with what each stage leaves for the next.
struct Prepared {
  explicit Prepared(Document article) : document(std::move(article)), tokens(scan(document)) {
    marked_spans = pair_marks(tokens);
    features_by_span = features_of_spans(tokens, marked_spans);
    for (auto& outer_text : outer_texts(tokens, marked_spans)) told.push_back(std::move(outer_text));
  }
  Document document;
  Tokens tokens;
  std::vector<MarkedSpan> marked_spans;
  std::vector<SpanFeatures> features_by_span;
  std::vector<OuterText> told;
};

std::vector<Prepared> prepared_articles;

void count(benchmark::State& state) {
  std::int64_t code_points = 0;
  for (auto const& article : prepared_articles)
    code_points += static_cast<std::int64_t>(article.document.text().size());
  state.counters["articles"] =
      benchmark::Counter(static_cast<double>(prepared_articles.size()), benchmark::Counter::kIsIterationInvariantRate);
  state.SetItemsProcessed(state.iterations() * code_points);
}

void scanning(benchmark::State& state) {
  for (auto _ : state) {
    for (auto const& article : prepared_articles) benchmark::DoNotOptimize(scan(article.document));
  }
  count(state);
}

void pairing_marks(benchmark::State& state) {
  for (auto _ : state) {
    for (auto& article : prepared_articles) benchmark::DoNotOptimize(pair_marks(article.tokens));
  }
  count(state);
}

void parsing(benchmark::State& state) {
  for (auto _ : state) {
    for (auto const& article : prepared_articles) {
      for (auto const& outer_text : article.told)
        benchmark::DoNotOptimize(ParsedText(outer_text, article.features_by_span));
    }
  }
  count(state);
}

void judging(benchmark::State& state) {
  std::vector<std::vector<ParsedText>> parsed_texts;
  for (auto const& article : prepared_articles) {
    auto& of_article = parsed_texts.emplace_back();
    for (auto const& outer_text : article.told) of_article.emplace_back(outer_text, article.features_by_span);
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < parsed_texts.size(); ++i) {
      auto const& article = prepared_articles[i];
      for (auto const& parsed : parsed_texts[i])
        benchmark::DoNotOptimize(classify(parsed, article.tokens, article.marked_spans));
    }
  }
  count(state);
}

void whole_extraction(benchmark::State& state) {
  for (auto _ : state) {
    for (auto const& article : prepared_articles) benchmark::DoNotOptimize(extract(article.document));
  }
  count(state);
}

BENCHMARK(scanning)->Unit(benchmark::kMillisecond);
BENCHMARK(pairing_marks)->Unit(benchmark::kMillisecond);
BENCHMARK(parsing)->Unit(benchmark::kMillisecond);
BENCHMARK(judging)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_extraction)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: quoth_bench_extraction FILE.jsonl, one article a line: {\"id\", \"text\"}\n";
    return 2;
  }
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) {
    auto const input = nlohmann::json::parse(line);
    prepared_articles.emplace_back(plain_document(input.at("id"), to_utf32(input.at("text").get<std::string>())));
  }
  benchmark::RunSpecifiedBenchmarks();
}
