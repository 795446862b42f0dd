// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/tokens/article_language.hpp"

namespace quoth::grammar {

// Groups of one-hot features: of each group at most one value holds. A group belongs to one of two log-linear models,
// the ranker of candidates for the speaker (a softmax over their scores) or logistic regression on whether it is
// speech.
enum class FeatureGroup : std::uint8_t {
  // who speaks: of one candidate
  rule,
  rule_side,
  placement,  // side, distance to the cue, how the quotation ends
  rule_distance,
  cue_form,  // class and form of the cue, side
  mention_kind,
  rule_mention,
  reports_between,
  quotations_between,
  nearest,
  situation,  // what else the sentence offers, and the rule
  opening,    // whether the quotation opens its sentence
  carrying,   // of a continued speaker: paragraph, gap, the rule before
  size_rule,
  start_rule,
  mention_gap,
  rule_clause,    // what is before the mention, and the rule
  rule_before,    // the word before the quotation, and the rule
  later_report,   // the reporting clause between this one and the quotation
  known_speaker,  // whether these words have spoken before in the article
  first_mention,
  as_before,  // whether it names the speaker of the previous quotation
  // of German: whether the sentence is in the subjunctive, and where the candidate stands; the last two of both models
  mood,
  clause_distance,
  clause_depth,
  tag_between,  // a clause right after an earlier quotation: whether it is the tag of that one
  separated,    // side, and whether a semicolon is between cue and quotation
  owner_noun,   // of an owner: whether what it owns is an utterance, and whether "that" or a colon follows
  // whether it is speech
  bias,
  words,
  words_start,
  ending_next,
  before_after,
  verb_inside,
  person_inside,
  capitals,
  said_by,       // rule and distance of the best candidate
  speaker_kind,  // of the mention; whether it has a cue
  cue_class,
  score,
  neighbour,
  before_word,
  repeated,
  naming,        // what announces a name or a title, whether the words look like one, and how they end
  title_before,  // whether they look like a title, and the word before
  attributive,   // whether they are before a noun they modify, where the cue is, and how many they are
  // for the confidence: how much the log odds of each model count, and the intercept
  calibration,
  count_
};

constexpr std::size_t group_count = static_cast<std::size_t>(FeatureGroup::count_);

struct GroupShape {
  std::string_view name;
  std::uint16_t values;
};

// clang-format off
constexpr std::array<GroupShape, group_count> group_shapes{{
    {"rule", 20},           {"rule-side", 40},      {"placement", 80},
    {"rule-distance", 160}, {"cue-form", 50},       {"mention-kind", 15},
    {"rule-mention", 600},  {"reports-between", 8}, {"quotations-between", 8},
    {"nearest", 4},         {"situation", 640},     {"opening", 80},
    {"carrying", 512},      {"size-rule", 240},     {"start-rule", 80},
    {"mention-gap", 16},
    {"rule-clause", 640},
    {"rule-before", 640},
    {"later-report", 320},
    {"known-speaker", 80},
    {"first-mention", 80},
    {"as-before", 240},
    {"mood", 8},          {"clause-distance", 320}, {"clause-depth", 100}, {"tag-between", 16},
    {"separated", 4},       {"owner-noun", 4},
    {"bias", 1},
    {"words", 12},          {"words-start", 24},    {"ending-next", 40},
    {"before-after", 196},  {"verb-inside", 16},    {"person-inside", 8},
    {"capitals", 16},       {"said-by", 160},       {"speaker-kind", 30},   {"cue-class", 50},
    {"score", 10},          {"neighbour", 16},      {"before-word", 16},
    {"repeated", 4},        {"naming", 144},        {"title-before", 128},   {"attributive", 36},
    {"calibration", 3},
}};

constexpr std::array<std::uint16_t, group_count + 1> group_offsets = [] {
  std::array<std::uint16_t, group_count + 1> offsets{};
  for (std::size_t i = 0; i < group_count; ++i) {
    offsets.at(i + 1) = static_cast<std::uint16_t>(offsets.at(i) + group_shapes.at(i).values);
  }
  return offsets;
}();

constexpr std::size_t feature_count = group_offsets[group_count];

// The features that hold for one case, as indices of weights.
class Features {
 public:
  template <class Value>
  void add(FeatureGroup group, Value value) {
    auto const i = static_cast<std::size_t>(group);
    auto const number = static_cast<std::size_t>(value);
    if (size_ < ids_.size() && number < group_shapes[i].values) {
      ids_[size_++] = static_cast<std::uint16_t>(group_offsets[i] + number);
    }
  }
  auto begin() const { return ids_.begin(); }
  auto end() const { return ids_.begin() + static_cast<std::ptrdiff_t>(size_); }

 private:
  std::array<std::uint16_t, 36> ids_{};
  std::size_t size_ = 0;
};

// The weights of both models, from data/weights.txt or its like for another language, which scripts/train-ranker.py
// writes.
class Weights {
 public:
  explicit Weights(std::string_view data);
  // The calibrated probability that an attribution is right, by logistic regression on the probabilities of the two
  // models and on their features.
  double confidence(double speaker, Features const& speaker_features, double speech,
                    Features const& speech_features) const;
  double score(Features const& features) const {
    double sum = 0;
    for (auto const id : features) sum += weights_[id];
    return sum;
  }

 private:
  std::array<float, feature_count> weights_{};
  std::array<float, feature_count> trust_{};  // what each feature adds to the log odds of being right
};

Weights const& weights(Language language);

// "rule:3", the name of a feature in data/weights.txt.
std::string feature_name(std::uint16_t id);

}  // namespace quoth::grammar
