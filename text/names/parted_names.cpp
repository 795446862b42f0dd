// SPDX-License-Identifier: MIT
#include "text/names/parted_names.hpp"

#include <algorithm>
#include <array>

namespace quoth::text {

std::vector<std::string> parted_names(std::string_view list) {
  constexpr std::array<std::string_view, 6> links{", and ", " and ", " & ", "; ", ", ", ";"};
  std::vector<std::string> names;
  std::size_t first = 0;  // of the name
  for (std::size_t at = 0; at <= list.size();) {
    auto const rest = list.substr(at);
    auto const* const link = std::ranges::find_if(links, [&](std::string_view one) { return rest.starts_with(one); });
    if (link == links.end() && !rest.empty()) {
      ++at;
      continue;
    }
    if (at > first) names.emplace_back(list.substr(first, at - first));
    at += link == links.end() ? 1 : link->size();
    first = at;
  }
  return names;
}

}  // namespace quoth::text
