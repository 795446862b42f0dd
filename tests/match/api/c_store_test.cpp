// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "quoth/quoth.h"
#include "quoth/store.hpp"
#include "tests/match/council_store.hpp"

namespace quoth {

namespace {

using test::CouncilStore;
using Handle = std::unique_ptr<quoth_store, decltype(&quoth_store_close)>;

std::string taken(char* text) {
  std::unique_ptr<char, decltype(&quoth_free)> const owner(text, quoth_free);
  return text == nullptr ? "(failed)" : text;
}

std::string const minutes = "ANA RUUD: The ferry will sail on Sundays.\nJO LIND: Not this winter.\n";

std::string ingested(Handle const& store, std::string const& name, std::string const& bytes,
                     std::vector<char const*> options = {}) {
  options.push_back(nullptr);
  return taken(quoth_ingest_bytes(store.get(), name.c_str(), bytes.data(), bytes.size(), options.data()));
}

}  // namespace

TEST_CASE("the C face fills a store that was not there") {
  CouncilStore const council;  // for its folder
  auto const file = council.write("minutes.txt", minutes);
  auto const path = file + ".db";
  {
    Handle const store(quoth_store_open(path.c_str()), quoth_store_close);
    REQUIRE(store != nullptr);
    std::vector<char const*> const options{"id=minutes", "date=2031-05-12", "speaker=JO LIND=Johanna Lind", nullptr};
    CHECK(taken(quoth_ingest_file(store.get(), file.c_str(), options.data())) ==
          R"({"added":1,"replaced":0,"unchanged":0})");
    CHECK(taken(quoth_ingest_file(store.get(), file.c_str(), options.data())) ==
          R"({"added":0,"replaced":0,"unchanged":1})");
  }
  auto const found = Store::open(path).find("minutes");
  REQUIRE(found);
  CHECK(found->date == "2031-05-12");
  CHECK(Store::open(path).coverage("Johanna Lind").sources == 1);
  std::unique_ptr<quoth_checker, decltype(&quoth_close)> const checker(quoth_open(path.c_str()), quoth_close);
  CHECK(taken(quoth_sources(checker.get())).starts_with(R"({"id":"minutes","title":)"));
}

TEST_CASE("the C face ingests JSON lines, all or none of them") {
  CouncilStore const council;
  Handle const store(quoth_store_open((council.file().string() + ".db").c_str()), quoth_store_close);
  std::string const good = R"({"id":"a","utterances":[{"speaker":"Ana Ruud","text":"We sail on Sundays."}]})";
  CHECK(ingested(store, "many.jsonl", good + "\n{}\n") == "(failed)");
  CHECK(std::string(quoth_last_error()).starts_with("many.jsonl:2: "));
  CHECK(ingested(store, "many.jsonl", good + "\n") == R"({"added":1,"replaced":0,"unchanged":0})");
}

TEST_CASE("the C face ingests files of JSON lines, also of none") {
  CouncilStore const council;
  auto const path = council.file().string() + ".db";
  Handle const store(quoth_store_open(path.c_str()), quoth_store_close);
  auto const two =
      council.write("two.jsonl", R"({"id":"a","utterances":[{"speaker":"Ana Ruud","text":"We sail on Sundays."}]})"
                                 "\n"
                                 R"({"id":"b","utterances":[{"speaker":"Jo Lind","text":"Not this winter."}]})"
                                 "\n");
  CHECK(taken(quoth_ingest_file(store.get(), two.c_str(), nullptr)) == R"({"added":2,"replaced":0,"unchanged":0})");
  CHECK(ingested(store, "none.jsonl", "\n") == R"({"added":0,"replaced":0,"unchanged":0})");
  CHECK(taken(quoth_ingest_file(store.get(), "/nowhere/two.jsonl", nullptr)) == "(failed)");
  CHECK(ingested(store, "two.txt", R"({"id":"a","utterances":[{"speaker":"Jo Lind","text":"Not on Mondays."}]})",
                 {"format=jsonl"}) == R"({"added":0,"replaced":1,"unchanged":0})");
}

TEST_CASE("the C face takes what else is known of a source") {
  CouncilStore const council;
  auto const path = council.file().string() + ".db";
  Handle const store(quoth_store_open(path.c_str()), quoth_store_close);
  CHECK(ingested(store, "minutes.txt", minutes,
                 {"title=Minutes", "url=https://council.example/1", "made=edited", "kind=transcript",
                  "limit=bytes=1M"}) == R"({"added":1,"replaced":0,"unchanged":0})");
  auto const found = Store::open(path).find("minutes.txt");
  REQUIRE(found);
  CHECK(found->title == "Minutes");
  CHECK(found->url == "https://council.example/1");
  CHECK(found->made == Made::edited);
}

TEST_CASE("the C face removes a source, and says where there is none") {
  CouncilStore const council;
  Handle const store(quoth_store_open((council.file().string() + ".db").c_str()), quoth_store_close);
  CHECK(ingested(store, "minutes.txt", minutes) == R"({"added":1,"replaced":0,"unchanged":0})");
  CHECK(quoth_remove(store.get(), "minutes.txt") == 1);
  CHECK(quoth_remove(store.get(), "minutes.txt") == 0);
  CHECK(std::string(quoth_last_error()).find("holds no source \"minutes.txt\"") != std::string::npos);
}

TEST_CASE("the C face says what is wrong with an option of an ingest") {
  CouncilStore const council;
  Handle const store(quoth_store_open((council.file().string() + ".db").c_str()), quoth_store_close);
  for (auto const* option : {"made=up", "kind=novel", "colour=red", "title"}) {
    CAPTURE(option);
    CHECK(ingested(store, "minutes.txt", minutes, {option}) == "(failed)");
    CHECK(std::string(quoth_last_error()).find(std::string(option).substr(0, 4)) != std::string::npos);
  }
  CHECK(ingested(store, "minutes.txt", minutes, {"limit=bytes"}) == "(failed)");
  CHECK(ingested(store, "minutes.txt", minutes, {"limit=bytes=4"}) == "(failed)");
}

TEST_CASE("every function of a C store refuses NULL") {
  CouncilStore const council;
  auto const path = council.file().string() + ".db";
  Handle const store(quoth_store_open(path.c_str()), quoth_store_close);
  CHECK(quoth_store_open(nullptr) == nullptr);
  CHECK(quoth_ingest_file(store.get(), nullptr, nullptr) == nullptr);
  CHECK(quoth_ingest_bytes(store.get(), nullptr, "", 0, nullptr) == nullptr);
  CHECK(quoth_ingest_bytes(store.get(), "a.txt", nullptr, 0, nullptr) == nullptr);
  CHECK(quoth_ingest_bytes(nullptr, "a.txt", "", 0, nullptr) == nullptr);
  CHECK(quoth_remove(store.get(), nullptr) == 0);
  CHECK(quoth_remove(nullptr, "a") == 0);
  quoth_store_close(nullptr);
  CHECK(quoth_ingest_file(nullptr, "a", nullptr) == nullptr);
  CHECK(quoth_last_error() == std::string("the store is NULL"));
}

TEST_CASE("a C store is where it was after an ingest that failed, and takes the next one") {
  CouncilStore const council;
  Handle const store(quoth_store_open((council.file().string() + ".db").c_str()), quoth_store_close);
  CHECK(taken(quoth_ingest_file(store.get(), "/nowhere/minutes.txt", nullptr)) == "(failed)");
  CHECK(std::string(quoth_last_error()).find("/nowhere/minutes.txt") != std::string::npos);
  auto const file = council.write("minutes.txt", minutes);
  CHECK(taken(quoth_ingest_file(store.get(), file.c_str(), nullptr)) == R"({"added":1,"replaced":0,"unchanged":0})");
  CHECK(quoth_store_open("/nowhere/quotes.db") == nullptr);
  CHECK(std::string(quoth_last_error()).find("/nowhere/quotes.db") != std::string::npos);
}

}  // namespace quoth
