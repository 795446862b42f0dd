// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "quoth/error.hpp"
#include "quoth/transcript.hpp"
#include "tests/test_paths.hpp"

namespace quoth {

TEST_CASE("read_transcript gives a source that a store takes") {
  std::string const file = test::test_data("formats/archive-header.vtt");
  auto const source = read_transcript(file);
  CHECK(source.id == file);
  CHECK(source.path == file);
  CHECK(source.sha256.size() == 64);
  CHECK(!source.utterances.empty());
}

TEST_CASE("transcript_in: what the caller knows comes before what the file says") {
  std::string const talk = "THE MAYOR: Good evening.\n\nTHE CLERK: Good evening.\n";
  auto const source = transcript_in(
      talk, "folder/../talk.txt", {.speakers = {"THE MAYOR=Ana Ruud"}, .title = "A talk", .made = quoth::Made::edited});
  CHECK(source.id == "talk.txt");
  CHECK(source.title == "A talk");
  CHECK(source.made == Made::edited);
  CHECK(source.speakers.at("THE MAYOR").name == "Ana Ruud");
  CHECK(source.sha256 == transcript_in(talk, "other.txt", {.id = "other"}).sha256);
  CHECK(transcript_in(talk, "-").id.starts_with("stdin-"));
}

TEST_CASE("transcript_in: a transcript that names no day has that of its file's name, not of a folder's") {
  std::string const talk = "THE MAYOR: Good evening.\n\nTHE CLERK: Good evening.\n";
  CHECK(transcript_in(talk, "talks/2031-05-12-council.txt").date == "2031-05-12");
  CHECK(transcript_in(talk, "copy-of-2031-06-01/2031-05-12-council.txt").date == "2031-05-12");
  CHECK(transcript_in(talk, "copy-of-2031-06-01/council.txt").date == "");
}

TEST_CASE("transcript_in: a heading of many bytes names no section") {
  for (auto const bytes : {500U, 501U}) {
    CAPTURE(bytes);
    auto const source = transcript_in("# " + std::string(bytes, 'a') + "\n\nWe open the lock at nine.\n", "act.md",
                                      {.kind = SourceKind::document});
    CHECK(source.utterances.back().heading.size() == (bytes == 500 ? 500 : 0));
  }
}

TEST_CASE("transcript_in: one name is not given to several sources of a file") {
  std::string const feed =
      "<rss version=\"2.0\"><channel><item><title>One</title><description>We open at nine.</description></item><item>"
      "<title>Two</title><description>We close at ten.</description></item></channel></rss>";
  CHECK_NOTHROW(transcript_in(feed, "talks.xml", {.kind = SourceKind::document}));
  CHECK_THROWS_WITH_AS(transcript_in(feed, "talks.xml", {.id = "talk", .kind = SourceKind::document}),
                       doctest::Contains("holds several sources"), Error);
}

TEST_CASE("read_transcript names the file that cannot be read") {
  CHECK_THROWS_WITH_AS(read_transcript("/nowhere/talk.txt"), doctest::Contains("/nowhere/talk.txt"), Error);
  CHECK_THROWS_AS(transcript_in("Good evening.", "talk.txt", {.format = "papyrus"}), Error);
}

}  // namespace quoth
