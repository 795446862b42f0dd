// SPDX-License-Identifier: MIT
#include "features.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "grammar_data.hpp"
#include "quoth/data_lines.hpp"

namespace quoth::grammar {

namespace {

std::size_t group_named(std::string_view name) {
  std::size_t group = 0;
  while (group < group_count && group_shapes[group].name != name) ++group;
  return group;
}

}  // namespace

// A line is "group:value weight", the weight in thousandths.
Weights::Weights() {
  for (auto const line : lines_of(embedded::weights)) {
    auto const colon = line.find(':');
    auto const blank = line.find(' ');
    if (colon == line.npos || blank == line.npos) continue;
    auto const group = group_named(line.substr(0, colon));
    std::size_t value = 0;
    int thousandths = 0;
    std::from_chars(line.data() + colon + 1, line.data() + blank, value);
    std::from_chars(line.data() + blank + 1, line.data() + line.size(), thousandths);
    if (group < group_count && value < group_shapes[group].values) {
      weights_[group_offsets[group] + value] = static_cast<float>(thousandths) / 1000;
    }
  }
}

double Weights::confidence(double claimed) const {
  constexpr double nearly_sure = 0.9999;
  auto const bounded = std::clamp(claimed, 1 - nearly_sure, nearly_sure);
  auto const first = group_offsets[static_cast<std::size_t>(FeatureGroup::calibration)];
  auto const slope = weights_[first];
  auto const offset = weights_[first + 1U];
  if (slope <= 0) return claimed;
  return 1 / (1 + std::exp(-(slope * std::log(bounded / (1 - bounded)) + offset)));
}

Weights const& weights() {
  static Weights const loaded;
  return loaded;
}

std::string feature_name(std::uint16_t id) {
  std::size_t group = 0;
  while (id >= group_offsets[group + 1]) ++group;
  return std::string(group_shapes[group].name) + ':' + std::to_string(id - group_offsets[group]);
}

}  // namespace quoth::grammar
