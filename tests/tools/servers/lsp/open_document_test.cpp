// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/open_document.hpp"

#include <doctest/doctest.h>

#include "tools/servers/rpc_message.hpp"

using namespace quoth;
using namespace quoth::tools;

namespace {

std::string changed(std::string text, std::string const& changes, PositionEncoding encoding = PositionEncoding::utf16) {
  text::JsonDocument const json(changes, 20, "changes");
  apply_changes(text, json.root(), encoding);
  return text;
}

std::string range(int line, int first, int last) {
  return R"("range":{"start":{"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(first) +
         R"(},"end":{"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(last) + "}}";
}

}  // namespace

TEST_CASE("changes are made one after the other, each in the text that the one before left") {
  CHECK(changed("The fare stays.\n", "[{" + range(0, 4, 8) + R"(,"text":"ferry"},{)" + range(0, 10, 15) +
                                         R"(,"text":"sinks"}])") == "The ferry sinks.\n");
}

TEST_CASE("a change without a range is the whole text") {
  CHECK(changed("The fare stays.\n", R"([{"text":"We know."}])") == "We know.");
}

TEST_CASE("places of a change count units of the encoding") {
  CHECK(changed("😀 “a”", "[{" + range(0, 4, 5) + R"(,"text":"we"}])") == "😀 “we”");
  CHECK(changed("😀 “a”", "[{" + range(0, 8, 9) + R"(,"text":"we"}])", PositionEncoding::utf8) == "😀 “we”");
}

TEST_CASE("of changes one of which cannot be made none is made") {
  for (auto const* wrong :
       {R"({"range":{"start":{"line":0}},"text":"x"})", R"({"range":{}})", R"({})", "7",
        R"({"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":1}},"text":""})",
        R"({"range":{"start":{"line":-1,"character":0},"end":{"line":0,"character":1}},"text":""})"}) {
    CAPTURE(std::string(wrong));
    std::string text = "The fare";
    text::JsonDocument const json(R"([{"text":"other"},)" + std::string(wrong) + "]", 20, "changes");
    CHECK_THROWS_AS(apply_changes(text, json.root(), PositionEncoding::utf16), RpcError);
    CHECK(text == "The fare");
  }
}

TEST_CASE("only file URIs of this machine have a path") {
  CHECK(path_of_uri("file:///home/ana/The%20ferry.md") == "/home/ana/The ferry.md");
  CHECK(path_of_uri("file://localhost/a/b.md") == "/a/b.md");
  CHECK(path_of_uri("file:///a/../b%c3%a5t.md#L3") == "/båt.md");
  for (auto const* uri : {"untitled:Untitled-1", "https://example.org/a.md", "file://server/a.md", "file:///a%zz", "",
                          "file:///a%00b", "file:relative.md"}) {
    CAPTURE(std::string(uri));
    CHECK_FALSE(path_of_uri(uri));
  }
  CHECK(uri_of_path("/home/ana/The båt.md") == "file:///home/ana/The%20b%C3%A5t.md");
}

TEST_CASE("prose in Markdown, plain text and HTML is checked, in no other language") {
  CHECK(format_of_language("markdown") == "markdown");
  CHECK(format_of_language("plaintext") == "text");
  CHECK(format_of_language("html") == "html");
  CHECK(format_of_language("cpp").empty());
}
