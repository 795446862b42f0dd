// SPDX-License-Identifier: MIT
// Hostile text in an article, a transcript and a speaker's name, through every report: what comes out drives no
// terminal, browser, spreadsheet or build server.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <zip.h>

#include <algorithm>
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
#include <utility>
#include <vector>

#include "text/unicode/unicode.hpp"

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
      case U'n':
        out += U'\n';
        break;
      case U'r':
        out += U'\r';
        break;
      case U'u': {
        auto const end = line.find(U'}', i);
        auto const digits = quoth::text::to_utf8(line.substr(i + 2, end - i - 2));
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
    lines.push_back(quoth::text::to_utf8(decoded(quoth::text::to_utf32(line))));
  }
  return lines;
}

// A file name may hold anything but a slash.
constexpr char const* article_file = "=<b>\x1B[31m,::error.md";

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
    std::erase(article, '\0');  // files that hold it are refused as binary
    std::ofstream(folder_ / article_file) << article;
    write_docx(folder_ / "article.docx", article);
    auto const made = output_of(program() + "ingest --store s.db talks.jsonl");
    REQUIRE(made == "1 added, 0 replaced, 0 unchanged\n");
  }
  HostileNewsroom(HostileNewsroom const&) = delete;
  HostileNewsroom& operator=(HostileNewsroom const&) = delete;
  ~HostileNewsroom() { fs::remove_all(folder_); }

  std::string report(std::string const& format) const {
    return run("check --no-config --store s.db --format " + format + " article.jsonl");
  }
  // Standard output and standard error of a command.
  std::string run(std::string const& command) const { return output_of(program() + command + " 2>&1"); }
  fs::path path(std::string const& name) const { return folder_ / name; }
  std::string content(std::string const& name) const {
    std::ifstream in(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
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
  for (auto const c : quoth::text::to_utf32(text)) {
    bool const control = (c < 0x20 && c != U'\n' && c != U'\r') || (c >= 0x7F && c < 0xA0);
    bool const direction =
        (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    if (control || direction) return true;
  }
  return false;
}

// Whether a build server would take a part of its log for a command.
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

}  // namespace

TEST_CASE("hostile text is harmless in every report") {
  HostileNewsroom const newsroom;
  REQUIRE(newsroom.count() >= 40);

  for (auto const* format : {"text", "csv", "github", "gitlab", "html", "json", "jsonl", "junit", "sarif"}) {
    CAPTURE(std::string(format));
    auto const report = newsroom.report(format);
    CHECK(report.size() > 1000);
    CHECK_FALSE(drives_terminals(report));
  }
  CHECK_FALSE(drives_builds(newsroom.report("text")));

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
      CHECK_FALSE(drives_builds(line.substr(2)));
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

TEST_CASE("hostile text is harmless in what the other commands print") {
  HostileNewsroom const newsroom;
  auto const file = std::string("'") + article_file + "'";
  for (auto const& command :
       {"extract article.jsonl", "extract --format json article.jsonl", "search --store s.db 'we all know that'",
        "search --format json --store s.db 'we all know that'", "store list --store s.db",
        "store speakers --store s.db", "store show --turns --store s.db '</script>=1+1\x1B[31m'",
        "store show --format json --turns --store s.db '</script>=1+1\x1B[31m'",
        "check --no-config --store s.db none\x1B[31m", "check --no-config --store s.db --explain article.jsonl",
        "ingest --store s.db article.jsonl"}) {
    CAPTURE(std::string(command));
    auto const printed = newsroom.run(command);
    CHECK_FALSE(printed.empty());
    CHECK_FALSE(drives_terminals(printed));
    if (std::string(command).find("--format json") == std::string::npos) CHECK_FALSE(drives_builds(printed));
  }
  CHECK_FALSE(drives_terminals(newsroom.run("check --no-config --store s.db " + file)));
  CHECK_FALSE(drives_terminals(newsroom.run("check --no-config --store s.db --write-baseline kept.txt " + file)));
  auto kept = newsroom.content("kept.txt");
  CHECK(kept.size() > 1000);
  std::ranges::replace(kept, '\t', ' ');  // between its columns
  CHECK_FALSE(drives_terminals(kept));
  CHECK_FALSE(drives_terminals(newsroom.run("check --no-config --store s.db --baseline kept.txt " + file)));
}

// What a page loads and runs, by its Content-Security-Policy and its elements.
void check_page(std::string const& page) {
  CHECK(page.size() > 1000);
  CHECK_FALSE(drives_terminals(page));
  CHECK(count_of(page, "<script") == 1);
  CHECK(count_of(page, "<meta http-equiv") == 1);
  for (auto const* tag :
       {"<img", "<svg", "<iframe", "<object", "<link", "<base", "<?xml", "<i>", "<b>", "<!--", " onerror=\"",
        "href=\"javascript", "href=\"data", "data-audio=\"javascript", "data-audio=\"data"})
    CHECK(count_of(page, tag) == 0);
}

std::string policy_of(std::string const& page) {
  auto const start = page.find("default-src");
  return page.substr(start, page.find('"', start) - start);
}

TEST_CASE("hostile text is harmless in pages: titles, authors, languages, names of files, addresses of recordings") {
  HostileNewsroom const newsroom;
  std::ofstream sources(newsroom.path("tapes.jsonl"));
  std::ofstream articles(newsroom.path("articles.jsonl"));
  std::size_t number = 0;
  for (auto const* url :
       {"javascript:alert(1)//.mp3", "data:audio/wav;base64,AAAA.wav", "https://a.example;script-src *.mp3/x.mp3",
        "https://a.example 'unsafe-inline'/x.mp3", "https://user:word@a.example/x.mp3", "../../secret/x.mp3",
        "/etc/x.mp3", "//elsewhere.example/x.mp3", "\\\\elsewhere\\x.mp3", "blob:x.mp3", "HTTPS:x.mp3",
        "https://\"onerror=\"/x.mp3", "https://good.example/x.mp3?\"><script>alert(1)</script>"}) {
    auto const words = "The lamp at quay number " + std::to_string(++number) + " was lit by the harbour master herself";
    sources << nlohmann::json{{"id", "tape " + std::to_string(number)},
                              {"title", "<img src=x onerror=\"alert(1)\">"},
                              {"url", url},
                              {"speakers", {{"R", {{"name", "Ana Reed"}}}}},
                              {"utterances", {{{"speaker", "R"}, {"start", 9}, {"text", words + " at dusk."}}}}}
                   .dump()
            << '\n';
    articles << nlohmann::json{{"id", "../../../tmp/<script>" + std::to_string(number % 2) + "\x1B[31m"},
                               {"title", "</title><script>alert(1)</script>\x1B]0;x\a"},
                               {"author", "\"><img src=x onerror=\"alert(1)\">"},
                               {"outlet", "<!--"},
                               {"date", "2031-05-12"},
                               {"language", "en\" onload=\"x"},
                               {"text", "“" + words + " at dawn,” said Ana Reed."}}
                    .dump()
             << '\n';
  }
  sources.close();
  articles.close();
  newsroom.run("ingest --store s.db tapes.jsonl");
  auto const page = newsroom.run("check --no-config --store s.db --format html articles.jsonl");
  check_page(page);
  CHECK(count_of(page, "data-audio") == 1);
  auto const policy = policy_of(page);
  CHECK(policy.substr(policy.find("; media-src")) == "; media-src https://good.example");
  CHECK(count_of(policy, ";") == 5);
  CHECK(count_of(policy, "unsafe") == 0);

  auto const printed = newsroom.run("check --no-config --store s.db --format html -o pages/ articles.jsonl");
  CHECK(printed.empty());
  std::size_t pages = 0;
  for (auto const& file : fs::directory_iterator(newsroom.path("pages"))) {
    ++pages;
    CHECK(file.path().filename().string().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
          std::string::npos);
    check_page(newsroom.content("pages/" + file.path().filename().string()));
  }
  CHECK(pages == number + 1);
}

TEST_CASE("hostile text is harmless in a patch: it names no other file and stays in its lines") {
  HostileNewsroom const newsroom;
  std::istringstream patch(newsroom.run(std::string("check --no-config --store s.db --diff '") + article_file + "'"));
  std::size_t files = 0;
  for (std::string line; std::getline(patch, line);) {
    bool const names = line.starts_with("--- ") || line.starts_with("+++ ");
    files += names;
    if (names) CHECK(line.substr(4).find("=<b>\\033[31m,::error.md\"") == 3);
  }
  CHECK(files == 2);
}

TEST_CASE("hostile text is harmless in the comments of a Word file") {
  HostileNewsroom const newsroom;
  auto const printed = newsroom.run("annotate --no-config --store s.db article.docx -o checked.docx");
  CHECK_FALSE(drives_terminals(printed));
  auto const comments = member_of(newsroom.path("checked.docx"), "word/comments.xml");
  CHECK_FALSE(drives_terminals(comments));
  pugi::xml_document xml;
  CHECK(xml.load_string(comments.c_str()));
  CHECK(std::distance(xml.document_element().begin(), xml.document_element().end()) > 20);
  for (auto const comment : xml.document_element()) CHECK(std::string(comment.name()) == "w:comment");
}

TEST_CASE("hostile text is harmless in the results of an audit") {
  HostileNewsroom const newsroom;
  CHECK_FALSE(drives_terminals(newsroom.run("audit --no-config --store s.db --out audit article.jsonl")));
  auto const page = newsroom.content("audit/summary.html");
  CHECK(page.size() > 1000);
  CHECK_FALSE(drives_terminals(page));
  for (auto const* tag : {"<script", "<img", "<iframe", "<a href=\"javascript", "<i>", "<!--", "<?xml"})
    CHECK(count_of(page, tag) == 0);
  std::size_t pages = 0;
  for (auto const& entry : fs::directory_iterator(newsroom.path("audit/pages"))) {
    auto const name = "audit/pages/" + entry.path().filename().string();
    CAPTURE(name);
    auto const findings = newsroom.content(name);
    CHECK_FALSE(drives_terminals(findings));
    for (auto const* tag : {"<script", "<img", "<iframe", "<svg", "<a href=\"javascript", "<a href=\"http", "<i>",
                            "<b>x", "<!--", "<?xml", " onerror=\"", "<style>\n</"})
      CHECK(count_of(findings, tag) == 0);
    ++pages;
  }
  CHECK(pages > 3);
  newsroom.run("audit --no-config --store s.db --out unsure --min-confidence 1 article.jsonl");
  auto const compared = newsroom.run("audit --compare unsure audit");
  CHECK(compared.size() > 1000);
  CHECK_FALSE(drives_terminals(compared));
  CHECK_FALSE(drives_builds(compared));
  for (auto const* name : {"audit/articles.csv", "audit/findings.csv", "audit/evidence.csv"}) {
    CAPTURE(std::string(name));
    auto const table = newsroom.content(name);
    CHECK(table.size() > 100);
    CHECK_FALSE(drives_terminals(table));
    for (auto const* start : {"\"=", "\"+", "\"-", "\"@", "\"%"}) CHECK(count_of(table, std::string(",") + start) == 0);
  }
}
