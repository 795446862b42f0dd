// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// Whether a file of that path is read line by line when the format is called that.
bool is_jsonl(std::string const& path, std::string_view format);

}  // namespace quoth::text
