// SPDX-License-Identifier: MIT
#include "tools/quotes/source_quote.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>

#include "quoth/article.hpp"
#include "quoth/checker.hpp"
#include "quoth/error.hpp"
#include "quoth/transcript.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/test_paths.hpp"
#include "tools/quotes/quote_text.hpp"

using namespace quoth;
using namespace quoth::tools;

namespace {

namespace fs = std::filesystem;

Store store_of(test::Folder const& folder, std::vector<Source> const& sources) {
  auto const file = folder / "store";
  auto store = Store::open_writable(file);
  for (auto const& source : sources) store.ingest(source);
  return Store::open(file);
}

QuoteQuery words(std::string text) {
  QuoteQuery query;
  query.words = std::move(text);
  return query;
}

Source talk(std::string text) {
  Source source;
  source.id = "talk";
  source.title = "A talk on \"boats\"";
  source.date = "2031-05-12";
  source.url = "https://bay.example/talk";
  source.speakers["MS. MOEN"] = {"Ida Moen", "", {}};
  source.utterances = {{"MS. MOEN", 61.5, 90.0, std::move(text)}};
  return source;
}

std::string quoted(std::string text, std::string const& asked, std::size_t context = 0) {
  test::Folder const folder;
  auto query = words(asked);
  query.context = context;
  auto const found = find_quotes(store_of(folder, {talk(std::move(text))}), query);
  return found.empty() ? "" : found.front().text();
}

constexpr auto boats =
    "The old boat is tired. I do not think, and I have said so, that it should be sold; not this year. “Why?” they "
    "ask. "
    "Dr. Osei knows (Laughter.) the answer.";

}  // namespace

TEST_CASE("the whole sentences around the words are quoted, to the byte") {
  CHECK(quoted(boats, "it should be sold") ==
        "I do not think, and I have said so, that it should be sold; not this year.");
  CHECK(quoted(boats, "old boat is tired. I do") ==
        "The old boat is tired. I do not think, and I have said so, that it should be sold; not this year.");
  CHECK(quoted(boats, "why they ask") == "“Why?” they ask.");
  CHECK(quoted(boats, "THE OLD BOAT") == "The old boat is tired.");
}

TEST_CASE("half of the words must be right") {
  CHECK(quoted(boats, "the new boat is tired") == "The old boat is tired.");
  CHECK(quoted(boats, "a zeppelin over the quagmire").empty());
}

TEST_CASE("more sentences come on either side, as many as are asked for") {
  CHECK(quoted(boats, "the old boat is tired", 1) ==
        "The old boat is tired. I do not think, and I have said so, that it should be sold; not this year.");
  CHECK(
      quoted(boats, "why they ask", 1) ==
      "I do not think, and I have said so, that it should be sold; not this year. “Why?” they ask. Dr. Osei knows the "
      "answer.");
}

TEST_CASE("remarks of the transcript are no words of the speaker") {
  CHECK(quoted(boats, "Osei knows the answer") == "Dr. Osei knows the answer.");
}

TEST_CASE("a sentence without an end is cut, and says so") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "word" + std::to_string(i) + " ";
  test::Folder const folder;
  auto const found = find_quotes(store_of(folder, {talk(text)}), words("word250 word251 word252"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].is_cut);
  CHECK(found[0].text().starts_with("word130 "));
  CHECK(found[0].before.ends_with("word129 "));
  CHECK(text.find(found[0].text() + found[0].after) != std::string::npos);
}

TEST_CASE("a very long turn before the words is left out, not they") {
  std::string speech;
  for (int i = 0; i < 45'000; ++i) speech += "word" + std::to_string(i) + " ";
  auto source = talk("Thank you.");
  source.utterances.push_back({"MS. MOEN", 91.0, 100.0, speech});
  source.utterances.push_back({"MS. MOEN", 101.0, 110.0, "The old boat is tired."});
  test::Folder const folder;
  auto query = words("the old boat is tired");
  query.context = 1;
  auto const found = find_quotes(store_of(folder, {source}), query);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text() == "The old boat is tired.");
}

TEST_CASE("what two people say is not one quotation") {
  test::Folder const folder;
  auto const store = store_of(folder, {test::council_meeting()});
  auto query = words("whatever the newspapers have printed thank you mayor we dredged forty thousand tonnes of silt");
  auto const found = find_quotes(store, query);
  REQUIRE(found.size() == 1);
  CHECK(found[0].speaker == "Per Lindqvist");
  CHECK(found[0].text().find("newspapers") == std::string::npos);
  query.context = 20;
  CHECK(find_quotes(store, query)[0].text().find("newspapers") == std::string::npos);
}

TEST_CASE("a place is quoted by its utterance or its time") {
  test::Folder const folder;
  auto const store = store_of(folder, {test::council_meeting(), test::weir_report()});
  QuoteQuery query;
  query.source = "council-2031-04-02";
  query.utterance = 1;
  CHECK(find_quotes(store, query)[0].text() ==
        "Thank you, Mayor. We dredged forty thousand tonnes of silt from the inner basin in six weeks.");
  query.utterance = 99;
  CHECK(find_quotes(store, query).empty());
  query.utterance.reset();
  query.time = 9.6;
  CHECK(find_quotes(store, query)[0].speaker == "Per Lindqvist");
  query.source = "weir-report";
  CHECK(find_quotes(store, query).empty());
  query.utterance = 1;
  auto const report = find_quotes(store, query)[0];
  CHECK(report.speaker == "Ida Moen");
  CHECK(report.heading == "Findings");
  CHECK(report.printed.page == "1");
  query.words = "keeper's house";
  CHECK(find_quotes(store, query).empty());
  query.utterance = 2;
  CHECK(find_quotes(store, query)[0].text() == "Its keeper's house stands empty.");
}

TEST_CASE("a time that words have is the time of the quotation") {
  auto source = talk("One boat sails today. Two boats sail on Monday.");
  for (int i = 0; i < 9; ++i) source.utterances[0].words.push_back({100.0 + i, 0.9});
  test::Folder const folder;
  auto const store = store_of(folder, {source});
  CHECK(find_quotes(store, words("two boats sail on Monday"))[0].time == 104.0);
  QuoteQuery query;
  query.source = "talk";
  query.time = 105.5;
  CHECK(find_quotes(store, query)[0].text() == "Two boats sail on Monday.");
}

TEST_CASE("a query without words and without a place is an error, and so is an unknown source") {
  test::Folder const folder;
  auto const store = store_of(folder, {test::council_meeting()});
  CHECK_THROWS_AS(find_quotes(store, {}), Error);
  CHECK_THROWS_AS(find_quotes(store, words("… !")), Error);
  QuoteQuery query;
  query.source = "none";
  query.utterance = 0;
  CHECK_THROWS_AS(find_quotes(store, query), Error);
}

TEST_CASE("newspapers print the quotation with its attribution") {
  auto const printed = [](std::string const& text, auto const& change) {
    auto source = talk(text);
    change(source);
    test::Folder const folder;
    return in_newspaper_style(find_quotes(store_of(folder, {source}), words(text))[0]);
  };
  auto const as_it_is = [](Source&) {};
  CHECK(printed("We will not close.", as_it_is) == "“We will not close,” Ida Moen said on May 12, 2031.");
  CHECK(printed("Why would we close?", as_it_is) == "“Why would we close?” Ida Moen said on May 12, 2031.");
  CHECK(printed("They call it a “tired old boat.”", as_it_is) ==
        "“They call it a ‘tired old boat,’” Ida Moen said on May 12, 2031.");
  CHECK(printed("They call \"it\" a boat\nof wood", as_it_is) ==
        "“They call ‘it’ a boat of wood,” Ida Moen said on May 12, 2031.");
  CHECK(printed("We will not close.", [](Source& source) { source.date.clear(); }) ==
        "“We will not close,” Ida Moen said.");
  CHECK(printed("We will not close.", [](Source& source) { source.utterances[0].speaker.clear(); }) ==
        "“We will not close,” according to “A talk on ‘boats’” (May 12, 2031).");
  CHECK(printed("We will not close.", [](Source& source) {
          source.kind = SourceKind::document;
          source.author = "Per Lind";
          source.utterances[0].speaker.clear();
        }) == "“We will not close,” Per Lind wrote in “A talk on ‘boats’” (May 12, 2031).");
}

TEST_CASE("in Markdown the words are no markup, and the link leads to the time") {
  test::Folder const folder;
  auto const store = store_of(folder, {talk("1. The *old* [boat](x) <b>is_tired.")});
  CHECK(in_markdown(find_quotes(store, words("the old boat"))[0]) ==
        "> The \\*old\\* \\[boat\\](x) \\<b\\>is\\_tired.\n>\n"
        "> — Ida Moen, [A talk on \"boats\"](<https://bay.example/talk#t=61>), May 12, 2031\n");
  auto hostile = talk("We will not close.");
  hostile.url = "javascript:alert(1)";
  test::Folder const other;
  CHECK(in_markdown(find_quotes(store_of(other, {hostile}), words("we will not close"))[0]) ==
        "> We will not close.\n>\n> — Ida Moen, A talk on \"boats\", May 12, 2031\n");
}

namespace {

// The sources that the fixtures of all formats hold, each with an id of its own.
std::vector<Source> sources_of_every_kind() {
  std::vector<Source> sources;
  for (auto const* folder : {"grammar/formats", "grammar/transcripts", "grammar/documents"}) {
    for (auto const& entry : fs::directory_iterator(test::source_tree(std::string("tests/data/") + folder))) {
      if (!entry.is_regular_file() || entry.path().extension() == ".expected") continue;
      // A label tells that it is a transcript.
      TranscriptOptions options;
      if (std::string_view(folder) != "grammar/documents") options.speakers = {"=Somebody"};
      try {
        read_sources(
            entry.path(), [&](Source&& source) { sources.push_back(std::move(source)); }, options);
      } catch (Error const&) {  // some fixtures are no sources
      }
    }
  }
  for (std::size_t i = 0; i < sources.size(); ++i) sources[i].id = std::to_string(i);
  return sources;
}

// Whether each part is a stretch of its utterance, and so is what stands beside it.
bool is_of_its_source(SourceQuote const& quote, Source const& source) {
  auto const stands = [&](std::uint32_t utterance, std::string const& text) {
    return utterance < source.utterances.size() && source.utterances[utterance].text.find(text) != std::string::npos;
  };
  return !quote.parts.empty() &&
         std::ranges::all_of(
             quote.parts,
             [&](QuotedPart const& part) { return !part.text.empty() && stands(part.utterance, part.text); }) &&
         stands(quote.parts.front().utterance, quote.before) && stands(quote.parts.back().utterance, quote.after);
}

}  // namespace

TEST_CASE("no character is quoted that is not in the source, whatever kind of source it is") {
  auto const sources = sources_of_every_kind();
  REQUIRE(sources.size() > 50);
  test::Folder const folder;
  auto const store = store_of(folder, sources);
  auto next = test::numbers(7);
  std::set<SourceKind> kinds;
  std::set<Made> made;
  std::size_t quotes = 0;
  for (auto const& source : sources) {
    for (int i = 0; i < 6 && !source.utterances.empty(); ++i) {
      auto const utterance = static_cast<std::uint32_t>(next() % source.utterances.size());
      auto const& text = source.utterances[utterance].text;
      QuoteQuery query;
      query.context = next() % 3;
      if (i % 3 == 0) {
        query.source = source.id;
        query.utterance = utterance;
      } else {
        auto const first = next() % (text.size() + 1);
        query.words = "and also " + text.substr(first, 20 + next() % 200);  // may begin inside a word
        if (i % 3 == 1) query.source = source.id;
      }
      try {
        for (auto const& quote : find_quotes(store, query)) {
          auto const& of = sources[std::stoul(quote.source.id)];
          CAPTURE(of.path);
          CAPTURE(quote.text());
          CHECK(is_of_its_source(quote, of));
          kinds.insert(of.kind);
          made.insert(of.made);
          ++quotes;
        }
      } catch (Error const&) {  // half a character, or no words
      }
    }
  }
  CHECK(quotes > sources.size());
  CHECK(kinds.size() == 2);
  CHECK(made.size() >= 4);
}

TEST_CASE("what is cited is verbatim to quoth check") {
  test::Folder const folder;
  auto const store = store_of(folder, {talk(boats), test::council_meeting()});
  Checker checker({folder / "store"});
  for (auto const* asked : {"it should be sold", "the old boat", "the ferry terminal will not close"}) {
    auto const printed = in_newspaper_style(find_quotes(store, words(asked))[0]);
    auto const article = articles_in(printed, "cited.txt");
    auto const checked = checker.check(article.at(0));
    REQUIRE(checked.size() == 1);
    CAPTURE(printed);
    CHECK(checked[0].finding.verdict == Verdict::verbatim);
  }
}
