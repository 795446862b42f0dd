// SPDX-License-Identifier: MIT
#include "tools/desk/assistant_hook.hpp"

#include <doctest/doctest.h>

#include "quoth/error.hpp"

using quoth::tools::files_in_hook;

namespace {

using Files = std::vector<std::string>;

}  // namespace

TEST_CASE("a hook's files stand at its top, in its input and in the edits of that") {
  CHECK(files_in_hook(R"({"tool_input": {"file_path": "/a/b.md"}})") == Files{"/a/b.md"});
  CHECK(files_in_hook(R"({"cwd": "/work", "tool_input": {"filePath": "b.md", "path": "/c.md"}})") ==
        Files{"/work/b.md", "/c.md"});
  CHECK(files_in_hook(R"({"files": ["a.md", "b.md", "a.md", 7, null], "tool_input": {"paths": ["c.md"]}})") ==
        Files{"a.md", "b.md", "c.md"});
  CHECK(files_in_hook(R"({"tool_input": {"edits": [{"file_path": "a.md"}, {"path": "b.md"}, 5]}})") ==
        Files{"a.md", "b.md"});
}

TEST_CASE("a hook that names no file has none, and what is no object is an error") {
  for (auto const* json : {"{}", R"({"tool_input": "a.md"})", R"({"tool_input": {"file_path": {"a": 1}}})",
                           R"({"tool_input": {"file_path": "a\u0000b.md"}})", R"({"files": "a.md"})"})
    CHECK(files_in_hook(json).empty());
  for (auto const* json : {"", "[]", "7", "a.md", "{"}) CHECK_THROWS_AS(files_in_hook(json), quoth::Error);
}
