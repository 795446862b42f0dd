// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace quoth::db {

// What Store::verify does, for the store in a file, where an ingest that was cut off is taken back first. `progress` is
// told, often, which share of the work is done, from 0 to 1; see VerifyProgress. Throws as Store::open does.
std::vector<std::string> verify_file(std::filesystem::path const& file, std::function<void(double)> const& progress);

}  // namespace quoth::db
