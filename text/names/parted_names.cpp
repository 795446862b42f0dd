// SPDX-License-Identifier: MIT
#include "text/names/parted_names.hpp"

#include <algorithm>
#include <array>

namespace quoth::text {

std::vector<std::string> parted_names(std::string_view list) {
  constexpr std::array<std::string_view, 6> links{", and ", " and ", " & ", "; ", ", ", ";"};
  std::vector<std::string> names;
  while (!list.empty()) {
    auto end = list.size();
    std::size_t link_size = 0;
    for (auto const link : links) {
      if (auto const at = list.find(link); at < end) {
        end = at;
        link_size = link.size();
      }
    }
    if (end > 0) names.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(list.size(), end + link_size));
  }
  return names;
}

}  // namespace quoth::text
