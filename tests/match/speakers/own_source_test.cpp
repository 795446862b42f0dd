// SPDX-License-Identifier: MIT
// An article that the store holds as a document proves nothing of what it quotes.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "quoth/checker.hpp"
#include "tests/match/council_store.hpp"

namespace quoth {

namespace {

using test::CouncilStore;

std::string const story =
    "The council met on Monday evening in the old hall, and nobody stayed to the end of it. The crowd at the back was "
    "not "
    "convinced, and several people left before the vote was taken. Mayor Ana Ruud said: “We will not raise the ferry "
    "fare "
    "this year, and we will keep the north landing open for everybody.” The council meets again in May, when the new "
    "landing stage is due to be finished, if the weather allows it and the money lasts. Until then the boat keeps to "
    "its "
    "winter timetable, with four crossings a day and none on Sundays, as it has for most of the last decade. The clerk "
    "read out the minutes, the treasurer counted the coins, and the oldest member fell asleep beside the stove.";

void ingest_document(CouncilStore const& store, std::string const& id, std::string const& words,
                     std::string const& path = {}, std::string const& title = {}) {
  Source source;
  source.id = id;
  source.title = title;
  source.kind = SourceKind::document;
  source.made = Made::written;
  source.path = path;
  source.utterances.push_back({{}, {}, {}, words});
  Store::open_writable(store.file()).ingest(source);
}

Finding check_story(CouncilStore const& store, std::string const& id, std::string const& words = story) {
  Checker checker({.store = store.file()});
  auto const checked = checker.check(markdown_document(id, words));
  REQUIRE(checked.size() == 1);
  return checked.front().finding;
}

}  // namespace

TEST_CASE("own_sources: an article does not bear itself out, under another name either") {
  CouncilStore const store;
  ingest_document(store, "copy", story);
  auto const finding = check_story(store, "story.md");
  CHECK(finding.verdict != Verdict::verbatim);
  CHECK(finding.evidence.empty());
  CHECK(finding.message.find("copy is this article itself") != std::string::npos);
}

TEST_CASE("own_sources: by its path, whatever became of its text") {
  CouncilStore const store;
  ingest_document(
      store, "first-draft",
      "“We will not raise the ferry fare this year, and we will keep the north landing open for everybody.”",
      "drafts/story.md");
  CHECK(check_story(store, "drafts/story.md").evidence.empty());
  CHECK(check_story(store, "other/story.md").verdict == Verdict::verbatim);
}

TEST_CASE("own_sources: what the article quotes is another document") {
  CouncilStore const store;
  ingest_document(store, "copy", story);
  ingest_document(
      store, "release",
      "Harrow, 12 May. We will not raise the ferry fare this year, and we will keep the north landing open for "
      "everybody. The mayor’s office will answer questions on Tuesday.");
  auto const finding = check_story(store, "story.md");
  CHECK(finding.verdict == Verdict::verbatim);
  REQUIRE(finding.evidence.size() == 1);
  CHECK(finding.evidence.front().source == "release");
}

TEST_CASE("own_sources: a brief that is nearly all quotation") {
  auto const brief = std::string(
      "“We will not raise the ferry fare this year, and we will keep the north landing open for everybody,” Mayor Ana "
      "Ruud said.");
  CouncilStore const store;
  ingest_document(store, "copy", brief);
  CHECK(check_story(store, "brief.md", brief).evidence.empty());
  CouncilStore const other;
  ingest_document(other, "statement",
                  "We will not raise the ferry fare this year, and we will keep the north landing open for everybody. "
                  "Thank you all.");
  CHECK(check_story(other, "brief.md", brief).verdict == Verdict::verbatim);
}

TEST_CASE("own_sources: an earlier and a later version, by their title") {
  auto const grown = story +
                     " The landing was built by fishermen a long time ago, out of driftwood and of stones from the old "
                     "lighthouse, and it has been mended after every storm since then. Nobody knows how many boats "
                     "have been tied to it, or how many children have fallen off its end into the cold water.";
  CouncilStore const earlier;
  ingest_document(earlier, "earlier", story, {}, "Ferry fare");
  CHECK(check_story(earlier, "grown.md", "# Ferry fare\n\n" + grown).evidence.empty());
  CouncilStore const later;
  ingest_document(later, "later", grown, {}, "Ferry fare");
  CHECK(check_story(later, "story.md", "# Ferry fare\n\n" + story).evidence.empty());
  CHECK(check_story(later, "story.md", "# Another\n\n" + story).verdict == Verdict::verbatim);
}

}  // namespace quoth
