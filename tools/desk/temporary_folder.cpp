// SPDX-License-Identifier: MIT
#include "tools/desk/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "quoth/error.hpp"

namespace quoth::tools {

TemporaryFolder::TemporaryFolder() : before_(std::filesystem::current_path()) {
  auto name = (std::filesystem::temp_directory_path() / "quoth-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw Error(name + ": cannot be made: " + std::strerror(errno));
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::current_path(before_, ignored);
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace quoth::tools
