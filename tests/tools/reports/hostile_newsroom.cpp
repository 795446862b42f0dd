// SPDX-License-Identifier: MIT
#include "tests/tools/reports/hostile_newsroom.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "tests/test_paths.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::test {

namespace fs = std::filesystem;

namespace {

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
      case U'n':
        out += U'\n';
        break;
      case U'r':
        out += U'\r';
        break;
      case U'u': {
        auto const end = line.find(U'}', i);
        auto const digits = text::to_utf8(line.substr(i + 2, end - i - 2));
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
  std::ifstream in(source_tree("tests/data/injection/payloads.txt"));
  REQUIRE(in.is_open());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    lines.push_back(text::to_utf8(decoded(text::to_utf32(line))));
  }
  return lines;
}

void write_docx(fs::path const& file, std::string const& article) {
  pugi::xml_document xml;
  auto body = xml.append_child("w:document").append_child("w:body");
  body.parent().append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  std::istringstream lines(article);
  for (std::string line; std::getline(lines, line);) {
    // No XML can hold controls.
    std::erase_if(line, [](unsigned char c) { return c < 0x20; });
    auto text = body.append_child("w:p").append_child("w:r").append_child("w:t");
    text.append_attribute("xml:space") = "preserve";
    text.text() = line.c_str();
  }
  std::ostringstream document;
  xml.save(document, "", pugi::format_raw, pugi::encoding_utf8);
  constexpr auto package = "http://schemas.openxmlformats.org/package/2006/";
  constexpr auto main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  std::vector<std::pair<std::string, std::string>> const members{
      {"[Content_Types].xml", std::string("<Types xmlns=\"") + package + "content-types\"><Override PartName=\"" +
                                  "/word/document.xml\" ContentType=\"" + main + "\"/></Types>"},
      {"_rels/.rels", std::string("<Relationships xmlns=\"") + package + "relationships\"><Relationship Id=\"r1\" " +
                          "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
                          "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
      {"word/document.xml", document.str()}};
  auto* const zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  REQUIRE(zip != nullptr);
  for (auto const& [name, bytes] : members) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
  }
  REQUIRE(zip_close(zip) == 0);
}

}  // namespace

std::string member_of(fs::path const& file, char const* name) {
  auto* const zip = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
  REQUIRE(zip != nullptr);
  auto* const member = zip_fopen(zip, name, 0);
  REQUIRE(member != nullptr);
  std::string bytes;
  std::array<char, 65536> buffer{};
  for (zip_int64_t size = 0; (size = zip_fread(member, buffer.data(), buffer.size())) > 0;)
    bytes.append(buffer.data(), static_cast<std::size_t>(size));
  zip_fclose(member);
  zip_discard(zip);
  return bytes;
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

HostileNewsroom::HostileNewsroom() {
  std::string name = (fs::temp_directory_path() / "quoth-test-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  folder_ = name;
  nlohmann::json utterances = nlohmann::json::array();
  std::string article;
  std::string old_version;
  for (auto const& payload : payloads()) {
    ++count_;
    utterances.push_back({{"speaker", "MS. REED"}, {"text", "We all know that " + payload + " and so it goes on."}});
    article += "“We all know that " + payload + " and so it went on,” said Ana Reed" + payload + ".\n\n";
    old_version += "“We all know that " + payload + " and so it goes on,” said Ana Reed" + payload + ".\n\n";
    old_version += "“This is not in the new version, " + payload + ",” said Bo Hall" + payload + ".\n\n";
  }
  // One whose words can be restored.
  utterances.push_back({{"speaker", "MS. REED"}, {"text", "We will not raise the ferry fare this year."}});
  article += "“We will raise the ferry fare this year,” said Ana Reed.\n";
  nlohmann::json const source{{"id", "</script>=1+1\x1B[31m"},
                              {"title", "::error::<b>\x1B[31m"},
                              {"url", "javascript:alert(1)"},
                              {"speakers", {{"MS. REED", {{"name", "Ana Reed"}}}}},
                              {"utterances", utterances}};
  std::ofstream(folder_ / "talks.jsonl") << source.dump() << '\n';
  std::ofstream(folder_ / "article.jsonl")
      << nlohmann::json{{"id", "=x,::\"<i>\x1B[31m"}, {"text", article}}.dump() << '\n';
  std::ofstream(folder_ / "old.jsonl") << nlohmann::json{{"id", "=x,::\"<i>\x1B[31m"}, {"text", old_version}}.dump()
                                       << '\n';
  std::erase(article, '\0');  // files that hold it are refused as binary
  std::ofstream(folder_ / article_file) << article;
  write_docx(folder_ / "article.docx", article);
  auto const made = output_of(program() + "ingest --store s.db talks.jsonl");
  REQUIRE(made == "1 added, 0 replaced, 0 unchanged\n");
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

bool drives_terminals(std::string const& text) {
  for (auto const c : text::to_utf32(text)) {
    bool const control = (c < 0x20 && c != U'\n' && c != U'\r') || (c >= 0x7F && c < 0xA0);
    bool const direction =
        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    if (control || direction) return true;
  }
  return false;
}

bool drives_builds(std::string const& log) {
  for (auto const* command : {"##[", "##vso[", "##teamcity["}) {
    if (log.find(command) != log.npos) return true;
  }
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);) {
    auto const first = line.find_first_not_of(' ');
    if (first != line.npos && line.compare(first, 2, "::") == 0) return true;
  }
  return false;
}

}  // namespace quoth::test
