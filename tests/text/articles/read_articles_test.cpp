// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "quoth/article.hpp"
#include "quoth/error.hpp"
#include "tests/test_paths.hpp"

namespace quoth {

TEST_CASE("read_articles gives every article of a file") {
  CHECK(read_articles(test::test_data("articles/story.docx")).size() == 1);
  auto const feed = read_articles(test::test_data("articles/story.rss"));
  std::vector<std::string> ids;
  read_articles(test::test_data("articles/story.rss"), [&](Document&& article) { ids.push_back(article.id()); });
  REQUIRE(ids.size() == feed.size());
  for (std::size_t i = 0; i < ids.size(); ++i) CHECK(ids[i] == feed[i].id());
}

TEST_CASE("articles_in goes by the name's ending where the content does not tell") {
  CHECK(articles_in("*One* word.", "a.md").front().utf8({0, 3}) == "One");
  CHECK(articles_in("*One* word.", "a.txt").front().utf8({0, 3}) == "*On");
  CHECK(articles_in("*One* word.", "a.txt", {.format = "markdown"}).front().utf8({0, 3}) == "One");
  CHECK(articles_in("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", "a.jsonl").size() == 2);
}

TEST_CASE("read_articles names the file, and the line, that cannot be read") {
  CHECK_THROWS_WITH_AS(read_articles("/nowhere/a.md"), doctest::Contains("/nowhere/a.md"), Error);
  CHECK_THROWS_WITH_AS(articles_in("{\"text\": \"One.\"}\nTwo.\n", "a.jsonl"), doctest::Contains("a.jsonl:2: "), Error);
  for (auto const* empty : {"", "\n", " \r\n\n"})
    CHECK_THROWS_WITH_AS(articles_in(empty, "a.jsonl"), "a.jsonl: holds no article", Error);
  CHECK_THROWS_WITH_AS(articles_in("One.", "a.txt", {.format = "papyrus"}), doctest::Contains("papyrus"), Error);
}

}  // namespace quoth
