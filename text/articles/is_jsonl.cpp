// SPDX-License-Identifier: MIT
#include "text/articles/is_jsonl.hpp"

#include <filesystem>

namespace quoth::text {

bool is_jsonl(std::string const& path, std::string_view format) {
  if (format != "auto") return format == "jsonl";
  auto const ending = std::filesystem::path(path).extension();
  return ending == ".jsonl" || ending == ".ndjson";
}

}  // namespace quoth::text
