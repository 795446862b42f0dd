// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/transcript.hpp"

namespace {

// Who speaks where a transcript of that title has no labels.
std::string speaker_by_title(std::string const& title) {
  quoth::Source source;
  source.title = title;
  source.utterances.push_back({"", {}, {}, "Good evening."});
  quoth::name_speakers(source, {"=nobody"}, "talk.txt");
  auto const given = source.speakers[""].name;
  source.speakers.clear();
  try {
    quoth::name_speakers(source, {}, "talk.txt");
  } catch (...) {
    return given;
  }
  return source.speakers[""].name;
}

}  // namespace

TEST_CASE("name_speakers: titles that say who speaks") {
  CHECK(speaker_by_title("Remarks by Harbour Master Tilda Okonjo at the Lock") == "Harbour Master Tilda Okonjo");
  CHECK(speaker_by_title("Remarks of Mayor Ana Ruud – As Prepared for Delivery") == "Mayor Ana Ruud");
  CHECK(speaker_by_title("Press Briefing by Clerk Ines van der Berg, 5 May 2031") == "Clerk Ines van der Berg");
  CHECK(speaker_by_title("Statement From Mayor Ana Ruud On the Ferry") == "Mayor Ana Ruud");
}

TEST_CASE("name_speakers: titles that do not") {
  CHECK(speaker_by_title("The Future of Skarvik Harbour") == "nobody");
  CHECK(speaker_by_title("Meeting of the Town Council") == "nobody");
  CHECK(speaker_by_title("Remarks by Mayor Ana Ruud and Minister Berg") == "nobody");
}
