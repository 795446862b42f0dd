// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tools/desk/config.hpp"

namespace quoth::tools {

// The store that articles are to be checked against.
struct SourceStore {
  std::string file;
  std::string name;   // for people, the same at each run: that of the file, or whose sources it is built of
  bool whole = true;  // whether all that quoth.toml names as sources could be read
};

// The store of that path, else the one that quoth.toml names. Where it names sources instead, a store of them is kept
// in the user's cache, never in the checkout: it is built, or refreshed where files have come, gone or changed, which
// is said on one line of standard error, as is each file that cannot be read. What has not changed costs a look at the
// names and times of the files. Several processes may ask for the same one. Throws Error where nothing is named, or the
// cache cannot be used.
SourceStore source_store(Config const& config, std::string const& given);

// Where the store of that configuration's sources lies, whether it is there or not; empty where it names none.
std::string place_of_source_store(Config const& config);

}  // namespace quoth::tools
