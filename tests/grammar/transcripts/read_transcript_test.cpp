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

TEST_CASE("read_transcript names the file that cannot be read") {
  CHECK_THROWS_WITH_AS(read_transcript("/nowhere/talk.txt"), doctest::Contains("/nowhere/talk.txt"), Error);
  CHECK_THROWS_AS(transcript_in("Good evening.", "talk.txt", {.format = "papyrus"}), Error);
}

}  // namespace quoth
