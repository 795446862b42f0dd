// SPDX-License-Identifier: MIT
// Articles that quote documents: works, references, headlines, places and block quotations. The cases are data, see
// tests/data/written/README.md; the documents lie together in one store, so that one can be taken for another.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>

#include "tests/data_cases.hpp"
#include "tests/test_paths.hpp"
#include "tests/tools/written/newsroom.hpp"
#include "text/unicode/unicode.hpp"

namespace {

using namespace quoth::test;
using nlohmann::json;

// What a case says of the quotation that has these words; an empty list demands nothing.
struct Expectation {
  std::string words;
  std::vector<std::string> speakers;
  std::vector<std::string> verdicts;  // or "holds", "flagged", "nothing" where no quotation may have the words
  std::string place;                  // "right", "misplaced" or empty
  std::string message;                // what the message must have
};

struct Article {
  std::string format;
  std::string text;
  std::vector<Expectation> expectations;
};

std::string after_colon(std::string const& line) { return line.substr(line.find(": ") + 2); }

Article read_case(std::string const& block) {
  Article article;
  std::istringstream lines(block);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("=> ")) {
      article.expectations.push_back({line.substr(3), {}, {}, {}, {}});
    } else if (article.expectations.empty()) {
      if (article.format.empty() && line.starts_with("as: ")) {
        article.format = after_colon(line);
      } else if (!article.text.empty() || !line.empty()) {
        article.text += line + '\n';
      }
    } else if (line.starts_with("   speaker: ")) {
      article.expectations.back().speakers = fields(after_colon(line));
    } else if (line.starts_with("   verdict: ")) {
      article.expectations.back().verdicts = fields(after_colon(line));
    } else if (line.starts_with("   place: ")) {
      article.expectations.back().place = after_colon(line);
    } else if (line.starts_with("   message: ")) {
      article.expectations.back().message = after_colon(line);
    } else if (!line.empty()) {
      throw std::runtime_error("a case of written text has this line: " + line);
    }
  }
  return article;
}

// Without what typography, layout and case may change.
std::string plain(std::string const& text) {
  std::u32string out;
  for (auto letter : quoth::text::to_utf32(text)) {
    if (letter == U'\n' || letter == U'\u00A0') letter = U' ';
    if (letter == U'’') letter = U'\'';
    if (letter == U'*' || letter == U'“' || letter == U'”') continue;
    if (letter >= U'A' && letter <= U'Z') letter += U'a' - U'A';
    if (letter == U' ' && (out.empty() || out.back() == U' ')) continue;
    out += letter;
  }
  for (auto const* article : {U"the ", U"a ", U"an "}) {
    if (out.starts_with(article)) {
      out.erase(0, std::u32string_view(article).size());
      break;
    }
  }
  return quoth::text::to_utf8(out);
}

std::optional<json> quotation_with(json const& article, std::string const& words) {
  for (auto const& quotation : article.value("quotations", json::array())) {
    std::string text;
    for (auto const& segment : quotation.at("segments")) text += segment.at("text").get<std::string>() + ' ';
    if ((" " + plain(text)).find(plain(words)) != std::string::npos) return quotation;
  }
  return std::nullopt;
}

std::string text_of(json const& object, char const* field) {
  auto const found = object.is_object() ? object.find(field) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_misplaced(json const& quotation) {
  for (auto const& evidence : quotation.value("evidence", json::array())) {
    for (auto const& edit : evidence.value("edits", json::array())) {
      if (text_of(edit, "class") == "misplaced") return true;
    }
  }
  return false;
}

bool is_verdict(std::string const& verdict, std::string const& expected) {
  static std::set<std::string> const holds{"verbatim", "permitted"};
  static std::set<std::string> const harmless{"verbatim", "permitted", "unconfirmed", "unchecked"};
  if (expected == "holds") return holds.contains(verdict);
  if (expected == "flagged") return !harmless.contains(verdict);
  return verdict == expected;
}

std::string joined(std::vector<std::string> const& names) {
  std::string out;
  for (auto const& name : names) out += (out.empty() ? "" : " or ") + name;
  return out;
}

// What is wrong with the first thing that is, else nothing.
std::string complaint(Expectation const& expected, json const& article) {
  if (article.contains("error")) return "the article was not read";
  auto const quotation = quotation_with(article, expected.words);
  if (expected.verdicts == std::vector<std::string>{"nothing"})
    return quotation ? "it is a quotation and should be none" : "";
  if (!quotation) return "no such quotation was found";
  auto const verdict = text_of(*quotation, "verdict");
  auto const speaker = text_of(quotation->at("attribution"), "speaker");
  auto const matches_verdict = [&](auto const& wanted) { return is_verdict(verdict, wanted); };
  auto const matches_speaker = [&](auto const& wanted) {
    return plain(wanted) == plain(speaker) || (wanted == "nobody" && speaker.empty());
  };
  if (!expected.verdicts.empty() && std::ranges::none_of(expected.verdicts, matches_verdict))
    return "the verdict is " + verdict + ", not " + joined(expected.verdicts);
  if (!expected.speakers.empty() && std::ranges::none_of(expected.speakers, matches_speaker))
    return "the speaker is " + (speaker.empty() ? "nobody" : speaker) + ", not " + joined(expected.speakers);
  if (!expected.place.empty() && is_misplaced(*quotation) != (expected.place == "misplaced"))
    return "the place should be " + expected.place;
  if (text_of(*quotation, "message").find(expected.message) == std::string::npos)
    return "the message does not say " + expected.message;
  return "";
}

// One line a quotation, for who has to see what the program made of the article.
std::string summary(json const& article) {
  std::string out = text_of(article, "error");
  for (auto const& quotation : article.value("quotations", json::array())) {
    out += "\n  " + text_of(quotation, "kind") + ", " + text_of(quotation, "verdict") + ", " +
           text_of(quotation.at("attribution"), "speaker") + ": " +
           quotation.at("segments").at(0).at("text").get<std::string>() + "\n    " + text_of(quotation, "message");
  }
  return out;
}

std::set<std::string> const& pending() {
  static auto const names = [] {
    auto const lines = data_lines(source_tree("tests/data/written/pending.txt"));
    return std::set<std::string>(lines.begin(), lines.end());
  }();
  return names;
}

// Reports what is wrong; a case that is still to come only says so.
void report(std::string const& name, std::string const& wrong, std::string const& got) {
  auto const is_pending = pending().contains(name);
  INFO("got: ", got);
  INFO("the documents: ", WrittenNewsroom::get().ingest_messages());
  if (is_pending && wrong.empty()) MESSAGE("holds, and may leave tests/data/written/pending.txt: ", name);
  if (is_pending) {
    WARN_MESSAGE(wrong.empty(), wrong);
  } else {
    CHECK_MESSAGE(wrong.empty(), wrong);
  }
}

void check_article(DataCase const& data) {
  auto const article = read_case(data.text);
  REQUIRE_FALSE(article.expectations.empty());
  auto const checked = WrittenNewsroom::get().check(article.text, article.format);
  std::string wrong;
  for (auto const& expected : article.expectations) {
    auto const found = complaint(expected, checked);
    if (!found.empty()) wrong += (wrong.empty() ? "“" : "; “") + expected.words + "”: " + found;
  }
  report(data.name, wrong, summary(checked));
}

// A line of documents.txt: file | kind | title | author | issuer | date, with "-" for what need not be known.
void check_document(DataCase const& data) {
  static char const* const names[] = {"kind", "title", "author", "issuer", "date"};
  auto const wanted = fields(data.text);
  REQUIRE(wanted.size() == 6);
  auto const sources = WrittenNewsroom::get().sources();
  std::string wrong = "it is not in the store";
  std::string got;
  for (auto const& source : sources.is_array() ? sources : json::array()) {
    auto const id = text_of(source, "id");
    if (id != wanted[0] && !id.ends_with("/" + wanted[0])) continue;
    wrong.clear();
    for (std::size_t i = 0; i < 5; ++i) {
      auto const is = text_of(source, names[i]);
      got += std::string(names[i]) + ": " + is + "\n";
      if (wanted[i + 1] != "-" && plain(wanted[i + 1]) != plain(is))
        wrong += (wrong.empty() ? "" : "; ") + std::string(names[i]) + " is “" + is + "”, not “" + wanted[i + 1] + "”";
    }
  }
  report(data.name, wrong, got);
}

std::vector<DataCase> named(std::vector<DataCase> cases, std::string const& prefix) {
  for (auto& data : cases) data.name = prefix + data.name;
  return cases;
}

DataCases const works(named(block_cases(source_tree("tests/data/written/works.txt")), "written: "), check_article);
DataCases const references(named(block_cases(source_tree("tests/data/written/references.txt")), "written: "),
                           check_article);
DataCases const displays(named(block_cases(source_tree("tests/data/written/displays.txt")), "written: "),
                         check_article);
DataCases const places(named(block_cases(source_tree("tests/data/written/places.txt")), "written: "), check_article);
DataCases const markup(named(block_cases(source_tree("tests/data/written/blocks-markup.txt")), "block: "),
                       check_article);
DataCases const office(named(block_cases(source_tree("tests/data/written/blocks-office.txt")), "block: "),
                       check_article);
DataCases const documents(named(line_cases(source_tree("tests/data/written/documents.txt"), 1), "document: "),
                          check_document);

}  // namespace
