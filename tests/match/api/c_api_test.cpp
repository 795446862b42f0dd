// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "quoth/article.hpp"
#include "quoth/checker.hpp"
#include "quoth/json.hpp"
#include "quoth/quoth.h"
#include "quoth/search.hpp"
#include "quoth/version.hpp"
#include "tests/match/council_store.hpp"

namespace quoth {

namespace {

using test::CouncilStore;
using Handle = std::unique_ptr<quoth_checker, decltype(&quoth_close)>;

Handle opened(CouncilStore const& store) { return {quoth_open(store.file().c_str()), quoth_close}; }

// A string of the library's; what was NULL is "(failed)".
std::string taken(char* text) {
  std::unique_ptr<char, decltype(&quoth_free)> const owner(text, quoth_free);
  return text == nullptr ? "(failed)" : text;
}

std::string const article = "“The bridge over the fjord will open in the autumn,” Ana Ruud said.\n";

std::string checked_bytes(Handle const& checker, std::string const& text) {
  return taken(quoth_check_bytes(checker.get(), "a.md", text.data(), text.size()));
}

}  // namespace

TEST_CASE("the C face gives the JSON of the C++ face") {
  CouncilStore const store;
  auto const file = store.write("a.md", article);
  auto const checker = opened(store);
  REQUIRE(checker != nullptr);
  auto const document = read_articles(file).front();
  Checker same({.store = store.file()});
  CHECK(taken(quoth_check_file(checker.get(), file.c_str())) == to_json(document, same.check(document)) + "\n");
  CHECK(taken(quoth_extract_file(checker.get(), file.c_str())) == to_json(document, extract(document)) + "\n");
  CHECK(checked_bytes(checker, article).starts_with(R"({"id":"a.md",)"));
  auto const found = search(Store::open(store.file()), "open in the spring");
  CHECK(taken(quoth_search(checker.get(), "open in the spring", nullptr, 5)) == to_json(found.front()) + "\n");
  CHECK(taken(quoth_search(checker.get(), "penguins on parade", nullptr, 5)).empty());
  CHECK(quoth_last_error() == std::string());
  CHECK(quoth_version() == std::string(QUOTH_VERSION));
}

TEST_CASE("the C face reads each line of JSONL as an article") {
  CouncilStore const store;
  auto const checker = opened(store);
  std::string const lines = "{\"id\": \"one\", \"text\": \"Nothing.\"}\n{\"id\": \"two\", \"text\": \"Nothing.\"}\n";
  CHECK(taken(quoth_check_bytes(checker.get(), "feed.jsonl", lines.data(), lines.size())) ==
        R"({"id":"one","quotations":[],"checked":0,"fidelity":null})"
        "\n"
        R"({"id":"two","quotations":[],"checked":0,"fidelity":null})"
        "\n");
}

TEST_CASE("the options of a C checker hold for the calls that follow") {
  CouncilStore const store;
  auto const checker = opened(store);
  std::string const by_annie =
      "“The bridge over the fjord will open in the spring, and nobody will pay to cross it,” Old Annie said.\n";
  CHECK(checked_bytes(checker, by_annie).find(R"("verdict":"misattributed")") != std::string::npos);
  CHECK(quoth_set(checker.get(), "speaker", "Old Annie=Ana Ruud") == 1);
  CHECK(quoth_set(checker.get(), "policy", "strict") == 1);
  CHECK(quoth_set(checker.get(), "threads", "2") == 1);
  CHECK(quoth_set(checker.get(), "coverage", "partial") == 1);
  CHECK(quoth_set(checker.get(), "date", "2031-05-13") == 1);
  CHECK(checked_bytes(checker, by_annie).find(R"("verdict":"verbatim")") != std::string::npos);
  CHECK(quoth_set(checker.get(), "format", "docx") == 1);
  CHECK(checked_bytes(checker, by_annie) == "(failed)");
}

TEST_CASE("what goes wrong behind the C face is told, and no exception leaves it") {
  CouncilStore const store;
  auto const checker = opened(store);
  auto const last_error = [] { return std::string(quoth_last_error()); };
  CHECK(quoth_open("/nowhere/store.db") == nullptr);
  CHECK(last_error().find("/nowhere/store.db") != std::string::npos);
  CHECK(taken(quoth_check_file(checker.get(), "/nowhere/a.md")) == "(failed)");
  CHECK(last_error().find("/nowhere/a.md") != std::string::npos);
  for (auto const* option : {"policy", "threads", "coverage", "speaker", "limit", "colour"}) {
    CAPTURE(option);
    CHECK(quoth_set(checker.get(), option, "=nonsense") == 0);
    CHECK(last_error() != "");
  }
  CHECK(taken(quoth_search(checker.get(), "…", nullptr, 5)) == "(failed)");
  CHECK(taken(quoth_check_file(nullptr, "a.md")) == "(failed)");
  CHECK(taken(quoth_check_bytes(checker.get(), "a.md", nullptr, 0)) == "(failed)");
  Handle const without(quoth_open(nullptr), quoth_close);
  CHECK(checked_bytes(without, article) == "(failed)");
  CHECK(last_error().find("without a store") != std::string::npos);
  CHECK(taken(quoth_extract_bytes(without.get(), "a.md", article.data(), article.size())) != "(failed)");
  CHECK(last_error().empty());
  quoth_close(nullptr);
  quoth_free(nullptr);
}

}  // namespace quoth
