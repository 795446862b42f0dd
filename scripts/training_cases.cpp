// SPDX-License-Identifier: MIT
// Prints, for each document of a JSONL file, the cases the two models of grammar/ decide, as train-ranker.py reads
// them.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/speakers/classification.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::grammar;

namespace {

nlohmann::json ids(Features const& features) { return std::vector<std::uint16_t>(features.begin(), features.end()); }

class CaseWriter {
 public:
  CaseWriter(Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans)
      : tokens_(tokens), marked_spans_(marked_spans) {}

  nlohmann::json write() {
    ClassificationObserver const observer{
        [&](ParsedText const& parsed, Location location, std::vector<WeighedProposal> const& candidates) {
          start(parsed, location, candidates);
        },
        [&](Features const& features, Classification const& classification) {
          cases_.back()["speech"] = ids(features);
          cases_.back()["ruled_out"] = classification.is_headline || classification.is_title || classification.is_name;
        }};
    auto const features_by_span = features_of_spans(tokens_, marked_spans_);
    for (auto const& outer_text : outer_texts(tokens_, marked_spans_)) {
      ParsedText const parsed(outer_text, features_by_span);
      classify(parsed, tokens_, marked_spans_, &observer);
    }
    return std::move(cases_);
  }

 private:
  void start(ParsedText const& parsed, Location location, std::vector<WeighedProposal> const& candidates) {
    auto const& marked_span = marked_spans_[parsed.marked_span(location.phrase)];
    nlohmann::json one{{"start", tokens_[marked_span.open].last},
                       {"end", tokens_[marked_span.close].first},
                       {"nested", marked_span.parent >= 0}};
    auto& list = one["candidates"] = nlohmann::json::array();
    for (auto const& candidate : candidates) {
      auto const& mention = candidate.proposal;
      auto const span = mention_span(parsed, mention);
      list.push_back({span.first, span.last, ids(candidate.features), to_string(mention.rule)});
    }
    cases_.push_back(std::move(one));
  }

  Tokens const& tokens_;
  std::vector<MarkedSpan> const& marked_spans_;
  nlohmann::json cases_ = nlohmann::json::array();
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: quoth_training_cases FILE.jsonl | --names\n";
    return 2;
  }
  if (std::string_view(argv[1]) == "--names") {
    for (std::uint16_t id = 0; id < feature_count; ++id) std::cout << feature_name(id) << '\n';
    return 0;
  }
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) {
    auto const input = nlohmann::json::parse(line);
    auto const document = plain_document(input["id"], to_utf32(input["text"].get<std::string>()));
    auto tokens = scan(document);
    auto const marked_spans = pair_marks(tokens);
    std::cout << nlohmann::json{{"id", document.id()}, {"cases", CaseWriter(tokens, marked_spans).write()}}.dump()
              << '\n';
  }
}
