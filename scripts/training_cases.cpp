// SPDX-License-Identifier: MIT
// Prints, for each document of a JSONL file, the cases the two models of grammar/ decide, as train-ranker.py reads
// them.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "grammar/speakers/judge.hpp"
#include "text/unicode/unicode.hpp"

using namespace quoth;
using namespace quoth::grammar;

namespace {

nlohmann::json ids(Features const& features) { return std::vector<std::uint16_t>(features.begin(), features.end()); }

class CaseWriter {
 public:
  CaseWriter(Tokens const& tokens, std::vector<Stretch> const& stretches) : tokens_(tokens), stretches_(stretches) {}

  nlohmann::json write() {
    JudgeObserver const observer{
        [&](Scene const& scene, Scene::Place place, std::vector<WeighedProposal> const& candidates) {
          start(scene, place, candidates);
        },
        [&](Features const& features, Judgement const& judgement) {
          cases_.back()["speech"] = ids(features);
          cases_.back()["ruled_out"] = judgement.is_headline || judgement.is_title || judgement.is_name;
        }};
    auto const shapes = shapes_of(tokens_, stretches_);
    for (auto const& narrative : narratives(tokens_, stretches_)) {
      Scene const scene(narrative, shapes);
      judge(scene, tokens_, stretches_, &observer);
    }
    return std::move(cases_);
  }

 private:
  void start(Scene const& scene, Scene::Place place, std::vector<WeighedProposal> const& candidates) {
    auto const& stretch = stretches_[scene.stretch(place.phrase)];
    nlohmann::json one{
        {"start", tokens_[stretch.open].last}, {"end", tokens_[stretch.close].first}, {"nested", stretch.parent >= 0}};
    auto& list = one["candidates"] = nlohmann::json::array();
    for (auto const& candidate : candidates) {
      auto const& mention = candidate.proposal;
      auto const span = mention_span(scene, mention);
      list.push_back({span.first, span.last, ids(candidate.features), to_string(mention.rule)});
    }
    cases_.push_back(std::move(one));
  }

  Tokens const& tokens_;
  std::vector<Stretch> const& stretches_;
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
    auto const stretches = pair_marks(tokens);
    std::cout << nlohmann::json{{"id", document.id()}, {"cases", CaseWriter(tokens, stretches).write()}}.dump() << '\n';
  }
}
