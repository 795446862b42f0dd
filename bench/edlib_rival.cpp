// SPDX-License-Identifier: MIT
#include "bench/rivals.hpp"

#ifdef QUOTH_HAVE_EDLIB
#include <edlib.h>
#endif

namespace quoth::bench {

#ifdef QUOTH_HAVE_EDLIB
std::optional<std::vector<std::string>> edlib_finds(std::string const& text, std::string const& query) {
  auto config = edlibNewAlignConfig(-1, EDLIB_MODE_HW, EDLIB_TASK_DISTANCE, nullptr, 0);
  auto result =
      edlibAlign(query.data(), static_cast<int>(query.size()), text.data(), static_cast<int>(text.size()), config);
  std::vector<std::string> found;
  if (result.status == EDLIB_STATUS_OK && result.numLocations > 0) {
    auto end = static_cast<std::size_t>(result.endLocations[0]) + 1;
    auto size = query.size() + query.size() / 2 + 10;
    auto begin = text.find(' ', end > size ? end - size : 0);
    auto stop = text.find_first_of(" \n", end);
    found.push_back(text.substr(begin, stop - begin));
  }
  edlibFreeAlignResult(result);
  return found;
}
#else
std::optional<std::vector<std::string>> edlib_finds(std::string const&, std::string const&) { return std::nullopt; }
#endif

}  // namespace quoth::bench
