// SPDX-License-Identifier: MIT
#include "text/words/near_name.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode/ascii.hpp"

namespace quoth::text {

namespace {

constexpr std::size_t longest = 64;  // bytes

// The rows of the matrix of distances: this one, the one before, and the one before that.
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t k = 0; k <= to.size(); ++k) row[k] = k;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    for (std::size_t k = 1; k <= to.size(); ++k) {
      auto const replaced = last[k - 1] + (from[i - 1] == to[k - 1] ? 0 : 1);
      row[k] = std::min({replaced, last[k] + 1, row[k - 1] + 1});
      bool const swapped = i > 1 && k > 1 && from[i - 1] == to[k - 2] && from[i - 2] == to[k - 1];
      if (swapped) row[k] = std::min(row[k], before_last[k - 2] + 1);
    }
  }
  return row[to.size()];
}

}  // namespace

std::string plain_name(std::string_view name) {
  auto plain = in_ascii_lower(name);
  for (auto& c : plain) {
    if (c == '_' || c == ' ') c = '-';
  }
  return plain;
}

std::string_view nearest_name(std::string_view written, std::vector<std::string_view> const& names) {
  if (written.size() > longest) return {};
  auto const plain = plain_name(written);
  auto nearest_yet = std::max<std::size_t>(plain.size() / 3, 1) + 1;
  std::string_view nearest;
  for (auto const name : names) {
    auto const candidate = plain_name(name);
    bool const is_begun = plain.size() > 2 && candidate.starts_with(plain) && candidate != plain;
    auto const apart = is_begun ? 1 : distance(plain, candidate);
    if (apart >= nearest_yet || apart >= candidate.size()) continue;
    nearest_yet = apart;
    nearest = name;
  }
  return nearest;
}

std::string did_you_mean(std::string_view written, std::vector<std::string_view> const& names) {
  auto const nearest = nearest_name(written, names);
  return nearest.empty() ? "" : "; did you mean " + std::string(nearest) + "?";
}

}  // namespace quoth::text
