// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "quoth/quoth.h"
#include "tests/match/council_store.hpp"

namespace quoth {

namespace {

using test::CouncilStore;

constexpr int times = 8;  // that each thread does its work

std::string const article = "“The bridge over the fjord will open in the autumn,” Ana Ruud said.\n";
std::string const page = "<html><body><article><p>" + article + "</p></article></body></html>";
std::string const table =
    R"({"id":["a","b","c"],"text":["“Nobody will pay to cross it,” Ana Ruud said.","One.",null]})";

// A string of the library's; what was NULL is the error.
std::string taken(char* text) {
  std::unique_ptr<char, decltype(&quoth_free)> const owner(text, quoth_free);
  return text == nullptr ? quoth_last_error() : text;
}

// Everything that a checker does, and errors between.
std::set<std::string> use_checker(std::string const& store) {
  std::set<std::string> answers;
  std::unique_ptr<quoth_checker, decltype(&quoth_close)> const checker(quoth_open(store.c_str()), quoth_close);
  for (auto const* threads : {"1", "2"}) {
    answers.insert(std::to_string(quoth_set(checker.get(), "threads", threads)));
    for (int i = 0; i < times; ++i) {
      answers.insert(taken(quoth_check_bytes(checker.get(), "a.md", article.data(), article.size())));
      answers.insert(taken(quoth_extract_bytes(checker.get(), "a.md", article.data(), article.size())));
      answers.insert(taken(quoth_check_table(checker.get(), table.data(), table.size(), 0)));
      answers.insert(taken(quoth_search(checker.get(), "open in the spring", nullptr, 1)));
      answers.insert(taken(quoth_check_bytes(nullptr, "a.md", "", 0)));
    }
  }
  return answers;
}

std::set<std::string> extract_from(std::string const& store, std::string const& name, std::string const& bytes) {
  std::unique_ptr<quoth_checker, decltype(&quoth_close)> const checker(quoth_open(store.c_str()), quoth_close);
  return {taken(quoth_extract_bytes(checker.get(), name.c_str(), bytes.data(), bytes.size()))};
}

// Replaces a source of somebody whom nobody asks about, by as many words.
void use_store(std::string const& file) {
  std::unique_ptr<quoth_store, decltype(&quoth_store_close)> const store(quoth_store_open(file.c_str()),
                                                                         quoth_store_close);
  for (int i = 0; i < times; ++i) {
    std::string const line = std::string(R"({"id":"parade","utterances":[{"speaker":"Iben Sol","text":")") +
                             (i % 2 == 0 ? "Penguins" : "Seagulls") + " parade.\"}]}\n";
    auto const counts = taken(quoth_ingest_bytes(store.get(), "parade.jsonl", line.data(), line.size(), nullptr));
    CHECK(counts.starts_with(R"({"added":)"));
  }
}

}  // namespace

TEST_CASE("the C face serves several threads at once, each with a checker of its own, while a store is written") {
  CouncilStore const store;
  auto const file = store.file().string();
  std::array<std::set<std::string>, 4> answers;
  std::vector<std::thread> threads;
  threads.reserve(answers.size() + 1);
  for (auto& own : answers) threads.emplace_back([&own, &file] { own = use_checker(file); });
  threads.emplace_back([&file] { use_store(file); });
  for (auto& thread : threads) thread.join();
  for (auto const& own : answers) {
    CHECK(own.contains("the checker is NULL"));
    CHECK(own.contains("1"));
    for (auto const& answer : own) CHECK_MESSAGE(answer.find("cannot") == std::string::npos, answer);
  }
}

TEST_CASE("the C face reads its first pages on several threads at once") {
  CouncilStore const store;
  auto const file = store.file().string();
  std::array<std::set<std::string>, 4> answers;
  std::vector<std::thread> threads;
  threads.reserve(answers.size());
  for (auto& own : answers) threads.emplace_back([&own, &file] { own = extract_from(file, "a.html", page); });
  for (auto& thread : threads) thread.join();
  for (auto const& own : answers) CHECK(own == answers.front());
  CHECK(answers.front().begin()->find("The bridge over the fjord") != std::string::npos);
}

}  // namespace quoth
