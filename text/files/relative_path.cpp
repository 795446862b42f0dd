// SPDX-License-Identifier: MIT
#include "text/files/relative_path.hpp"

#include <system_error>

namespace quoth::text {

namespace fs = std::filesystem;

fs::path relative_path(fs::path const& path, fs::path const& folder) {
  std::error_code failed;
  auto seen = fs::proximate(path, folder, failed);
  return failed ? path : seen;
}

fs::path relative_path(fs::path const& path) {
  std::error_code failed;
  auto seen = fs::proximate(path, failed);
  return failed ? path : seen;
}

}  // namespace quoth::text
