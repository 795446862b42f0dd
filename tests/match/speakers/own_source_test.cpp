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
                     std::string const& path = {}) {
  Source source;
  source.id = id;
  source.kind = SourceKind::document;
  source.made = Made::written;
  source.path = path;
  source.utterances.push_back({{}, {}, {}, words});
  Store::open_writable(store.file()).ingest(source);
}

Finding check_story(CouncilStore const& store, std::string const& id) {
  Checker checker({.store = store.file()});
  auto const checked = checker.check(markdown_document(id, story));
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

}  // namespace quoth
