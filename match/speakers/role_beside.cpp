// SPDX-License-Identifier: MIT
#include "match/speakers/role_beside.hpp"

#include <algorithm>
#include <array>

namespace quoth::match {

namespace {

// UTF-8: what a role does not reach across.
constexpr std::array<std::string_view, 12> ends{".", ",", ";", ":", "?", "!", "\n", "\"", "“", "”", "—", "("};

std::size_t first_end(std::string_view text) {
  auto first = text.size();
  for (auto const end : ends) first = std::min(first, text.find(end));
  return first;
}

std::size_t behind_last_end(std::string_view text) {
  std::size_t last = 0;
  for (auto const end : ends) {
    auto const at = text.rfind(end);
    if (at != text.npos) last = std::max(last, at + end.size());
  }
  return last;
}

}  // namespace

std::vector<std::string> roles_beside(std::string_view before, std::string_view behind) {
  std::vector<std::string> roles;
  if (behind.starts_with(", ")) {
    behind.remove_prefix(2);
    roles.emplace_back(behind.substr(0, first_end(behind)));
  }
  // "the institute’s director, Ana Tamm"
  while (!before.empty() && (before.back() == ' ' || before.back() == ',')) before.remove_suffix(1);
  before.remove_prefix(behind_last_end(before));
  if (!before.empty()) roles.emplace_back(before);
  return roles;
}

}  // namespace quoth::match
