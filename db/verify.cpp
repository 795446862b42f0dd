// SPDX-License-Identifier: MIT
#include "verify.hpp"

namespace quoth {

std::vector<std::string> verify_store(Connection& connection) {
  std::vector<std::string> faults;
  Rows rows(connection.prepared("PRAGMA integrity_check"));
  while (rows.next())
    if (rows.bytes(0) != "ok") faults.push_back(rows.text(0));
  return faults;
}

}  // namespace quoth
