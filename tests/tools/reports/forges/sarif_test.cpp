// SPDX-License-Identifier: MIT
// What SARIF 2.1.0 (OASIS, section 3) demands of a log such as ours, and what its readers make of it.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/test_paths.hpp"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr auto* transcript =
    "ANA RUUD: We will not sell the ferry to anyone this year.\n\n"
    "OLAV SAND: Every house on the island gets a new roof before winter.\n";
constexpr auto* article =
    "“We will sell the ferry to anyone this year,” Ana Ruud said.\n\n"
    "“Every house on the island gets a new roof before winter,” said Ana Ruud.\n\n"
    "“The moon had breakfast with the mayor and two goats,” Olav Sand said.\n\n"
    "“Every house on the island gets a red roof before winter,” Olav Sand said.\n";

// A store of the transcript and a folder to check articles in.
class Newsroom {
 public:
  Newsroom() {
    std::string name = (fs::temp_directory_path() / "quoth-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    write("council.txt", transcript);
    output_of("ingest --store s.db --speaker 'ANA RUUD=Ana Ruud' --speaker 'OLAV SAND=Olav Sand' council.txt");
  }
  Newsroom(Newsroom const&) = delete;
  Newsroom& operator=(Newsroom const&) = delete;
  ~Newsroom() { fs::remove_all(folder_); }

  void write(std::string const& name, std::string const& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  json run_of(std::string const& files) const {
    auto const log = json::parse(output_of("check --no-config --store s.db --format sarif " + files));
    CHECK(log.at("version") == "2.1.0");
    REQUIRE(log.at("runs").size() == 1);
    return log["runs"][0];
  }
  fs::path const& folder() const { return folder_; }

 private:
  std::string output_of(std::string const& arguments) const {
    auto const line =
        "cd '" + folder_.string() + "' && '" + quoth::test::program_path() + "' " + arguments + " 2>errors";
    std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen(line.c_str(), "r"), pclose);
    REQUIRE(pipe != nullptr);
    std::string out;
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
      out.append(buffer.data(), size);
    return out;
  }

  fs::path folder_;
};

bool is_level(json const& level) { return std::set<json>{"none", "note", "warning", "error"}.contains(level); }

std::string uri_of(json const& result) {
  return result.at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri");
}

std::multiset<std::string> fingerprints(json const& run) {
  std::multiset<std::string> prints;
  for (auto const& result : run.at("results")) prints.insert(result.at("partialFingerprints").dump());
  return prints;
}

}  // namespace

TEST_CASE("SARIF: a tool with a rule for each verdict, each explained") {
  Newsroom const newsroom;
  newsroom.write("a.md", article);
  auto const run = newsroom.run_of("a.md");
  auto const& driver = run.at("tool").at("driver");
  CHECK(driver.at("name") == "quoth");
  std::set<std::string> ids;
  for (auto const& rule : driver.at("rules")) {
    CHECK(ids.insert(rule.at("id")).second);
    CHECK_FALSE(rule.at("shortDescription").at("text").get<std::string>().empty());
    CHECK(rule.at("help").at("text") == rule.at("help").at("markdown"));
    CHECK(is_level(rule.at("defaultConfiguration").at("level")));
  }
  CHECK(ids == std::set<std::string>{"altered", "distorted", "misattributed", "not_found", "spliced", "truncated",
                                     "unconfirmed"});
  CHECK(run.at("invocations").at(0).at("executionSuccessful") == true);
}

TEST_CASE("SARIF: a result names its rule, level, message and place") {
  Newsroom const newsroom;
  newsroom.write("a.md", article);
  auto const run = newsroom.run_of("a.md");
  REQUIRE(run.at("results").size() == 4);
  for (auto const& result : run["results"]) {
    auto const& rules = run["tool"]["driver"]["rules"];
    CHECK(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result.at("ruleId"));
    CHECK(is_level(result.at("level")));
    CHECK_FALSE(result.at("message").at("text").get<std::string>().empty());
    auto const& region = result.at("locations").at(0).at("physicalLocation").at("region");
    CHECK(region.at("startLine").get<int>() >= 1);
    CHECK(region.at("startColumn").get<int>() >= 1);
    CHECK(region.at("endLine") == region.at("startLine"));
    CHECK(region.at("endColumn") > region.at("startColumn"));
  }
}

TEST_CASE("SARIF: places are relative URI references, whatever way the article was named") {
  Newsroom const newsroom;
  newsroom.write("town news/café 100%.md", article);
  for (auto const& name : {std::string("town news/café 100%.md"), std::string("./town news/../town news/café 100%.md"),
                           (newsroom.folder() / "town news/café 100%.md").string()}) {
    auto const run = newsroom.run_of("'" + name + "'");
    for (auto const& result : run.at("results")) CHECK(uri_of(result) == "town%20news/caf%C3%A9%20100%25.md");
  }
}

TEST_CASE("SARIF: an id that is too long for a file's name is the place as it is") {
  Newsroom const newsroom;
  std::string const id(300, 'a');
  newsroom.write("a.jsonl", json{{"id", id}, {"text", article}}.dump() + "\n");
  auto const run = newsroom.run_of("a.jsonl");
  CHECK(run.at("results").size() == 4);
  for (auto const& result : run.at("results")) CHECK(uri_of(result) == id);
}

TEST_CASE("SARIF: fingerprints stay when lines move and typography changes, and tell findings apart") {
  Newsroom const newsroom;
  newsroom.write("a.md", article);
  auto const before = fingerprints(newsroom.run_of("a.md"));
  newsroom.write("a.md", std::string("A new first paragraph.\n\n") + article);
  CHECK(fingerprints(newsroom.run_of("a.md")) == before);
  newsroom.write("a.md", std::string(article) + "\n" + article);
  auto const twice = fingerprints(newsroom.run_of("a.md"));
  CHECK(std::set<std::string>(twice.begin(), twice.end()).size() == 8);
}
