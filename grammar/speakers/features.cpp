// SPDX-License-Identifier: MIT
#include "grammar/speakers/features.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "grammar/speakers/speakers_tuning.hpp"
#include "grammar_data.hpp"
#include "text/words/data_lines.hpp"

namespace quoth::grammar {

namespace {

using Tuned = ClassificationTuning;

std::size_t group_named(std::string_view name) {
  std::size_t group = 0;
  while (group < group_count && group_shapes[group].name != name) ++group;
  return group;
}

double log_odds(double probability) {
  auto const bounded = std::clamp(probability, 1 - Tuned::nearly_sure, Tuned::nearly_sure);
  return std::log(bounded / (1 - bounded));
}

}  // namespace

// A line is "group:value weight trust", both in thousandths.
Weights::Weights(std::string_view data) {
  for (auto const line : text::lines_of(data)) {
    auto const colon = line.find(':');
    auto const blank = line.find(' ');
    if (colon == line.npos || blank == line.npos) continue;
    auto const group = group_named(line.substr(0, colon));
    std::size_t value = 0;
    int thousandths = 0;
    int trust = 0;
    auto const* const end = line.data() + line.size();
    std::from_chars(line.data() + colon + 1, line.data() + blank, value);
    auto const* const next = std::from_chars(line.data() + blank + 1, end, thousandths).ptr;
    if (next < end) std::from_chars(next + 1, end, trust);
    if (group < group_count && value < group_shapes[group].values) {
      weights_[group_offsets[group] + value] = static_cast<float>(thousandths) / 1000;
      trust_[group_offsets[group] + value] = static_cast<float>(trust) / 1000;
    }
  }
}

double Weights::confidence(double speaker, Features const& speaker_features, double speech,
                           Features const& speech_features) const {
  auto const first = group_offsets[static_cast<std::size_t>(FeatureGroup::calibration)];
  double odds = weights_[first] * log_odds(speaker) + weights_[first + 1U] * log_odds(speech) + weights_[first + 2U];
  for (auto const id : speaker_features) odds += trust_[id];
  for (auto const id : speech_features) odds += trust_[id];
  return 1 / (1 + std::exp(-odds));
}

Weights const& weights(Language language) {
  static Weights const english(embedded::weights);
  if (language != Language::german) return english;
  static Weights const german(embedded::german_weights);
  return german;
}

std::string feature_name(std::uint16_t id) {
  std::size_t group = 0;
  while (id >= group_offsets[group + 1]) ++group;
  return std::string(group_shapes[group].name) + ':' + std::to_string(id - group_offsets[group]);
}

}  // namespace quoth::grammar
