// SPDX-License-Identifier: MIT
#include "tools/reports/plain_page.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tools/reports/doc_page.hpp"

using namespace quoth;
using namespace quoth::tools;

TEST_CASE("plain_page: links, code and headings are words, brackets and examples stay") {
  Terminal const plain;
  CHECK(
      plain_page(
          "# not_found\n\nSee [altered](../verdicts/altered.md) and `--policy strict`, a [bracket] (or [two](b.md)).\n"
          "\n    THE MAYOR: `x` [y](z) | no.\n- a list\n",
          plain) ==
      "not_found\n\nSee altered and --policy strict, a [bracket] (or two).\n\n    THE MAYOR: `x` [y](z) | no.\n- a "
      "list\n");
  CHECK(plain_page("## Example\n\na\n", {.colour = true}) == "\x1B[1mExample\x1B[0m\n\na\n");
}

TEST_CASE("plain_page: a table has columns") {
  CHECK(plain_page("| policy | | cost |\n|---|---|---|\n| ap | “é” | [0.40](a.md) |\n| `broadcast` | b | |\n\nEnd.\n",
                   {}) == "  policy          cost\n  ap         “é”  0.40\n  broadcast  b\n\nEnd.\n");
}

TEST_CASE("plain_page: no page keeps a mark of Markdown") {
  for (auto const name : names_with_pages()) {
    CAPTURE(std::string(name));
    auto const page = plain_page(page_named(name).text, {});
    CHECK(page.starts_with(std::string(name) + "\n"));
    for (auto const* mark : {"`", "](", "\n#", "\n|", "|---", ".md"}) CHECK_MESSAGE(page.find(mark) == page.npos, mark);
  }
}
