// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace quoth::text {

// The ZIP container with these files added or replaced, all others unchanged. Throws Error, naming `where`.
std::string with_files(std::string_view zip, std::map<std::string, std::string> const& files, std::string const& where);

}  // namespace quoth::text
