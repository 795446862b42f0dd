// SPDX-License-Identifier: MIT
#include "tools/desk/assistant_hook.hpp"

#include <algorithm>
#include <filesystem>

#include "quoth/error.hpp"
#include "text/json/json_value.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t depth = 64;

// Collects paths, each once.
class PathList {
 public:
  explicit PathList(fs::path folder) : folder_(std::move(folder)) {}

  void add_those_of(text::JsonValue object) {
    for (auto const* name : {"file_path", "filePath", "path"}) add(object[name].string());
    for (auto const* name : {"file_paths", "paths", "files"})
      object[name].each([this](text::JsonValue item) { add(item.string()); });
  }

  std::vector<std::string> take() { return std::move(paths_); }

 private:
  void add(std::string_view path) {
    if (path.empty() || path.find('\0') != path.npos) return;
    auto const whole = (folder_ / path).string();
    if (std::ranges::find(paths_, whole) == paths_.end()) paths_.push_back(whole);
  }

  fs::path folder_;
  std::vector<std::string> paths_;
};

}  // namespace

std::vector<std::string> files_in_hook(std::string_view json) {
  text::JsonDocument const document(json, depth, "hook agent: standard input");
  auto const root = document.root();
  if (!root.is_object())
    throw Error(
        "hook agent: standard input: must be the JSON object that the assistant gives a hook; or name the files");
  auto const folder = root["cwd"].string();
  PathList paths(folder.find('\0') == folder.npos ? fs::path(folder) : fs::path());
  auto const input = root["tool_input"];
  paths.add_those_of(root);
  paths.add_those_of(input);
  input["edits"].each([&](text::JsonValue edit) { paths.add_those_of(edit); });
  return paths.take();
}

}  // namespace quoth::tools
