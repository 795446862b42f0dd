// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace quoth {

// A ZIP container with these files put in or replaced, all others as they were. Throws Error, naming `where`.
std::string with_files(std::string_view zip, std::map<std::string, std::string> const& files, std::string const& where);

}  // namespace quoth
