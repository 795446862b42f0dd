// SPDX-License-Identifier: MIT
#include "db/verify_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "db/sources/verify.hpp"
#include "db/sqlite/connection.hpp"

namespace quoth::db {

std::vector<std::string> verify_file(std::filesystem::path const& file, std::function<void(double)> const& progress) {
  Connection connection(file, Access::read, CutOffIngest::roll_back);
  try {
    return verify_store(connection, false, progress);
  } catch (SQLite::Exception const& failure) {
    throw connection.error(failure);
  }
}

}  // namespace quoth::db
