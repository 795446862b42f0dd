// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "quoth/article.hpp"
#include "quoth/checker.hpp"
#include "quoth/json.hpp"
#include "quoth/quoth.h"
#include "quoth/search.hpp"
#include "quoth/store.hpp"
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

TEST_CASE("the C face checks a table of articles, on any number of threads alike") {
  CouncilStore const store;
  auto const checker = opened(store);
  std::string const said = "“The bridge over the fjord will open in the spring,” Ana Ruud said.";
  std::string ids;
  std::string texts;
  for (int i = 0; i < 40; ++i) {
    ids += "\"a" + std::to_string(i) + "\",";
    texts += "\"" + said + "\",";
  }
  auto const table = "{\"id\":[" + ids + "null],\"text\":[" + texts + "5]}";
  auto const checked = [&](std::size_t first) {
    return taken(quoth_check_table(checker.get(), table.data(), table.size(), first));
  };
  auto const one = checked(100);
  CHECK(one.starts_with(R"({"row":[100,101,)"));
  CHECK(one.find(R"("a39","row 140"],"quotation":[1,)") != std::string::npos);
  CHECK(one.find(R"("verdict":["verbatim","verbatim",)") != std::string::npos);
  CHECK(one.find(R"("source":["council",)") != std::string::npos);
  CHECK(one.ends_with(R"(null,"\"text\" is no string"]})"));
  CHECK(quoth_set(checker.get(), "threads", "3") == 1);
  CHECK(checked(100) == one);
  CHECK(taken(quoth_check_table(checker.get(), "{}", 2, 0)).starts_with(R"({"row":[],)"));
}

TEST_CASE("the C face says who speaks in a store") {
  CouncilStore const store;
  CHECK(taken(quoth_speakers(opened(store).get())) == R"({"name":"Ana Ruud","sources":1,"utterances":1})"
                                                      "\n");
}

TEST_CASE("the C face says how much a store holds") {
  CouncilStore const store;
  auto const stats = taken(quoth_stats(opened(store).get()));
  CHECK(stats.starts_with(R"({"sources":1,"utterances":1,"words":17,"people":1,)"));
  CHECK(stats.ends_with("\"version\":\"" + Store::open(store.file()).version() + "\"}\n"));
}

TEST_CASE("a C checker takes the text of a policy") {
  CouncilStore const store;
  auto const checker = opened(store);
  std::string const text =
      "“The bridge over the fjord will open in spring, and nobody will pay to cross it,” Ana Ruud said.\n";
  CHECK(quoth_set(checker.get(), "policy_text", "name mild\nfunction-word permitted 0.01\n") == 1);
  CHECK(checked_bytes(checker, text).find(R"("verdict":"permitted")") != std::string::npos);
  CHECK(quoth_set(checker.get(), "policy_text", "name harsh\nfunction-word distorted 0.5\n") == 1);
  CHECK(checked_bytes(checker, text).find(R"("verdict":"distorted")") != std::string::npos);
  CHECK(quoth_set(checker.get(), "policy_text", "function-word nonsense 0.5\n") == 0);
  CHECK(std::string(quoth_last_error()).starts_with("the policy:1: "));
}

TEST_CASE("closing and freeing leave the last error of the C face as it is") {
  CouncilStore const store;
  auto* const other = quoth_open(store.file().c_str());
  auto* const other_store = quoth_store_open(store.file().c_str());
  auto* const text = quoth_stats(other);
  CHECK(quoth_open("/nowhere/store.db") == nullptr);
  std::string const said = quoth_last_error();
  quoth_free(text);
  quoth_close(other);
  quoth_store_close(other_store);
  quoth_close(nullptr);
  quoth_store_close(nullptr);
  quoth_version();
  CHECK(said.find("/nowhere/store.db") != std::string::npos);
  CHECK(quoth_last_error() == said);
}

TEST_CASE("every function of a C checker refuses NULL, and what needs a store is refused without one") {
  Handle const without(quoth_open(nullptr), quoth_close);
  auto const refused = [](char* text) { return taken(text) == "(failed)" && *quoth_last_error() != '\0'; };
  for (auto* const self : {static_cast<quoth_checker*>(nullptr), without.get()}) {
    CAPTURE(self);
    CHECK(refused(quoth_check_file(self, "a.md")));
    CHECK(refused(quoth_check_bytes(self, "a.md", "", 0)));
    CHECK(refused(quoth_check_table(self, "{}", 2, 0)));
    CHECK(refused(quoth_search(self, "the bridge", nullptr, 5)));
    CHECK(refused(quoth_sources(self)));
    CHECK(refused(quoth_speakers(self)));
    CHECK(refused(quoth_stats(self)));
  }
  CHECK(refused(quoth_extract_file(nullptr, "a.md")));
  CHECK(refused(quoth_extract_bytes(nullptr, "a.md", "", 0)));
  CHECK(quoth_set(nullptr, "threads", "1") == 0);
  CouncilStore const store;
  auto const checker = opened(store);
  CHECK(refused(quoth_check_file(checker.get(), nullptr)));
  CHECK(refused(quoth_check_bytes(checker.get(), nullptr, "", 0)));
  CHECK(refused(quoth_check_table(checker.get(), nullptr, 0, 0)));
  CHECK(refused(quoth_check_table(checker.get(), "[]", 2, 0)));
  CHECK(refused(quoth_extract_file(checker.get(), nullptr)));
  CHECK(refused(quoth_extract_bytes(checker.get(), "a.md", nullptr, 0)));
  CHECK(refused(quoth_search(checker.get(), nullptr, nullptr, 5)));
  CHECK(quoth_set(checker.get(), nullptr, "1") == 0);
  CHECK(quoth_set(checker.get(), "threads", nullptr) == 0);
}

TEST_CASE("a value of a C checker's option must be whole") {
  CouncilStore const store;
  auto const checker = opened(store);
  std::vector<std::pair<char const*, char const*>> const wrong{{"threads", ""},
                                                               {"threads", "0"},
                                                               {"threads", "2x"},
                                                               {"threads", "99999999999999999999"},
                                                               {"speaker", "Ruud"},
                                                               {"speaker", "=Ruud"},
                                                               {"speaker", "A="},
                                                               {"coverage", ""},
                                                               {"limit", "bytes"},
                                                               {"policy", "/nowhere"},
                                                               {"", "1"},
                                                               {"date", "nonsense"},
                                                               {"date", ""},
                                                               {"date", "2031-02-30"},
                                                               {"date", "2031-05-12x"},
                                                               {"format", "nonsense"},
                                                               {"format", ""}};
  for (auto const& setting : wrong) {
    CAPTURE(setting.first);
    CAPTURE(setting.second);
    CHECK(quoth_set(checker.get(), setting.first, setting.second) == 0);
    CHECK(*quoth_last_error() != '\0');
  }
}

TEST_CASE("a file that is no store, and one that is damaged, are told") {
  CouncilStore const store;
  auto const none = store.write("none.db", std::string(8192, 'x'));
  CHECK(quoth_open(none.c_str()) == nullptr);
  CHECK(*quoth_last_error() != '\0');
  std::string bytes;
  {
    std::ifstream in(store.file(), std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  // All pages but the first, which has the tables' names.
  std::fill(bytes.begin() + 4096, bytes.end(), '\xff');
  auto const damaged = store.write("damaged.db", bytes);
  Handle const checker(quoth_open(damaged.c_str()), quoth_close);
  CHECK((checker == nullptr || checked_bytes(checker, article) == "(failed)"));
  CHECK(*quoth_last_error() != '\0');
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
