// SPDX-License-Identifier: MIT
// Prints, for each document of a JSONL file, the cases the two models of grammar/ decide, as train-ranker.py reads
// them.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/speakers/classification.hpp"
#include "grammar/speakers/resolve.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::text;
using namespace quoth::grammar;

namespace {

nlohmann::json ids(Features const& features) { return std::vector<std::uint16_t>(features.begin(), features.end()); }

class CaseWriter {
 public:
  CaseWriter(Document const& document, Tokens const& tokens, std::vector<MarkedSpan> const& marked_spans,
             Language language)
      : document_(document), tokens_(tokens), marked_spans_(marked_spans), language_(language) {}

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
    for (auto const& outer_text : outer_texts(tokens_, marked_spans_, language_)) {
      ParsedText const parsed(outer_text, features_by_span);
      add_pronouns(parsed, classify(parsed, tokens_, marked_spans_, &observer));
    }
    return {{"id", document_.id()}, {"cases", std::move(cases_)}, {"pronouns", std::move(pronouns_)}};
  }

 private:
  // All antecedents of each "he" and "she" that speaks, for train-antecedents.py.
  void add_pronouns(ParsedText const& parsed, std::vector<Classification> const& classifications) {
    People const people(parsed);
    Resolver resolver(document_, parsed, people);
    for (auto const& classification : classifications) {
      auto const mention = classification.speaker.mention;
      if (mention == no_phrase) continue;
      auto const kind = mention_kind(parsed, mention);
      if (classification.is_speech && (kind == MentionKind::he || kind == MentionKind::she)) {
        auto list = nlohmann::json::array();
        for (auto const& antecedent : resolver.antecedents_of_speaker(classification))
          list.push_back({document_.utf8(people.entities()[antecedent.entity].name), antecedent.features});
        auto const& marked_span = marked_spans_[parsed.marked_span(classification.location.phrase)];
        pronouns_.push_back({{"start", tokens_[marked_span.open].last}, {"antecedents", std::move(list)}});
      }
      resolver.resolve(classification);
    }
  }

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

  Document const& document_;
  Tokens const& tokens_;
  std::vector<MarkedSpan> const& marked_spans_;
  Language language_;
  nlohmann::json pronouns_ = nlohmann::json::array();
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
    auto const language = language_of(document);
    auto tokens = scan(document, language);
    auto const marked_spans = pair_marks(tokens);
    std::cout << CaseWriter(document, tokens, marked_spans, language).write().dump() << '\n';
  }
}
