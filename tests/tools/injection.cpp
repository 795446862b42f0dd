// SPDX-License-Identifier: MIT
// Hostile text in an article, a transcript and a speaker's name, through every report: what comes out drives no
// terminal, browser, spreadsheet or build server.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "quoth/unicode.hpp"

namespace {

namespace fs = std::filesystem;

std::u32string decoded(std::u32string_view line) {
  std::u32string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != U'\\' || i + 1 == line.size()) {
      out += line[i];
      continue;
    }
    switch (line[++i]) {
      case U'e':
        out += U'\x1B';
        break;
      case U'a':
        out += U'\a';
        break;
      case U'b':
        out += U'\b';
        break;
      case U'r':
        out += U'\r';
        break;
      case U'u': {
        auto const end = line.find(U'}', i);
        auto const digits = quoth::to_utf8(line.substr(i + 2, end - i - 2));
        out += static_cast<char32_t>(std::stoul(digits, nullptr, 16));
        i = end;
        break;
      }
      default:
        out += line[i];
    }
  }
  return out;
}

std::vector<std::string> payloads() {
  std::ifstream in(QUOTH_INJECTION_DATA "/payloads.txt");
  REQUIRE(in.is_open());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    lines.push_back(quoth::to_utf8(decoded(quoth::to_utf32(line))));
  }
  return lines;
}

std::string output_of(std::string const& command) {
  std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 65536> buffer{};
  for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
    out.append(buffer.data(), size);
  return out;
}

// A store and an article full of the payloads, and the program's reports on them.
class HostileNewsroom {
 public:
  HostileNewsroom() {
    std::string name = (fs::temp_directory_path() / "quoth-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    nlohmann::json utterances = nlohmann::json::array();
    std::string article;
    for (auto const& payload : payloads()) {
      ++count_;
      utterances.push_back({{"speaker", "MS. REED"}, {"text", "We all know that " + payload + " and so it goes on."}});
      article += "“We all know that " + payload + " and so it went on,” said Ana Reed" + payload + ".\n\n";
    }
    nlohmann::json const source{{"id", "</script>=1+1\x1B[31m"},
                                {"title", "::error::<b>\x1B[31m"},
                                {"url", "javascript:alert(1)"},
                                {"speakers", {{"MS. REED", {{"name", "Ana Reed"}}}}},
                                {"utterances", utterances}};
    std::ofstream(folder_ / "talks.jsonl") << source.dump() << '\n';
    std::ofstream(folder_ / "article.jsonl")
        << nlohmann::json{{"id", "=x,::\"<i>\x1B[31m"}, {"text", article}}.dump() << '\n';
    auto const made = output_of(program() + "ingest --store s.db talks.jsonl");
    REQUIRE(made == "1 added, 0 replaced, 0 unchanged\n");
  }
  HostileNewsroom(HostileNewsroom const&) = delete;
  HostileNewsroom& operator=(HostileNewsroom const&) = delete;
  ~HostileNewsroom() { fs::remove_all(folder_); }

  std::string report(std::string const& format) const {
    return output_of(program() + "check --no-config --store s.db --format " + format + " article.jsonl");
  }
  std::size_t count() const { return count_; }

 private:
  std::string program() const { return "cd '" + folder_.string() + "' && NO_COLOR=1 '" QUOTH_PROGRAM "' "; }

  fs::path folder_;
  std::size_t count_ = 0;
};

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

bool drives_terminals(std::string const& text) {
  for (auto const c : quoth::to_utf32(text)) {
    bool const control = (c < 0x20 && c != U'\n' && c != U'\r') || (c >= 0x7F && c < 0xA0);
    bool const direction =
        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    if (control || direction) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("hostile text is harmless in every report") {
  HostileNewsroom const newsroom;
  REQUIRE(newsroom.count() >= 40);

  for (auto const* format : {"text", "csv", "github", "html", "junit"}) {
    CAPTURE(std::string(format));
    CHECK_FALSE(drives_terminals(newsroom.report(format)));
  }

  SUBCASE("a page runs nothing but its own script") {
    auto const page = newsroom.report("html");
    CHECK(count_of(page, "<script") == 1);
    for (auto const* tag : {"<img", "<svg", "<iframe", "<a href=\"javascript", "<a href=\"http", "<?xml", "<i>", "<b>"})
      CHECK(count_of(page, tag) == 0);
    CHECK(count_of(page, "<!--") == 0);
  }
  SUBCASE("no cell of the table is a formula") {
    auto const table = newsroom.report("csv");
    for (auto const* start : {"\"=", "\"+", "\"-", "\"@", "\"%"}) {
      CHECK(count_of(table, std::string(",") + start) == 0);
      CHECK(count_of(table, std::string("\n") + start) == 0);
    }
  }
  SUBCASE("a line of the build log is one command, of ours") {
    std::istringstream log(newsroom.report("github"));
    for (std::string line; std::getline(log, line);) {
      bool const ours = line.starts_with("::error file=%3D") || line.starts_with("::warning file=%3D") ||
                        line.starts_with("::error file==x%2C") || line.starts_with("::warning file==x%2C");
      CHECK(ours);
    }
  }
  SUBCASE("JSON, SARIF and XML stay well formed") {
    CHECK(nlohmann::json::accept(newsroom.report("json")));
    CHECK(nlohmann::json::accept(newsroom.report("jsonl")));
    CHECK(nlohmann::json::accept(newsroom.report("gitlab")));
    auto const sarif = nlohmann::json::parse(newsroom.report("sarif"));
    for (auto const& result : sarif["runs"][0]["results"]) {
      auto const uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>();
      CHECK(uri.find_first_of("\x1B\"<>: ") == std::string::npos);
    }
    CHECK(pugi::xml_document().load_string(newsroom.report("junit").c_str()));
  }
}
