// SPDX-License-Identifier: MIT
// Real files of newsrooms, courts and parliaments, where they are present. How many turns and speakers each has was
// counted by eye or with grep once; recognised speech and captions are cut at sentences, so of those only the speakers
// and the changes between them are counted.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "grammar/transcripts/transcript_format.hpp"
#include "quoth/error.hpp"
#include "quoth/transcript.hpp"
#include "tests/skip.hpp"
#include "text/files/file_content.hpp"
#include "text/words/white_space.hpp"

namespace {

auto const samples = quoth::test::shared_folder() / "samples";

quoth::Source read(std::string const& name) {
  std::ifstream in(samples / name, std::ios::binary);
  REQUIRE(in.is_open());
  quoth::text::FileContent file({std::istreambuf_iterator<char>(in), {}}, name, name);
  auto source = quoth::transcripts::parse_transcript(file);
  quoth::name_speakers(source, {}, name);
  return source;
}

struct Count {
  std::size_t turns = 0;    // of a speaker that is named
  std::size_t changes = 0;  // of the speaker, with the first
  std::size_t speakers = 0;
};

Count count(quoth::Source const& source) {
  Count result;
  std::set<std::string> speakers;
  std::string const* before = nullptr;
  for (auto const& turn : source.utterances) {
    result.turns += !turn.speaker.empty();
    result.changes += before == nullptr || turn.speaker != *before;
    before = &turn.speaker;
    if (!turn.speaker.empty()) speakers.insert(turn.speaker);
  }
  result.speakers = speakers.size();
  return result;
}

struct Sample {
  std::string name;
  std::size_t count = 0;
  std::size_t speakers = 0;
};

}  // namespace

TEST_CASE("samples: transcripts with a label a turn have as many turns as labels with words") {
  if (!quoth::test::is_here(samples)) return;
  for (auto const& sample : {Sample{"whitehouse-briefing.md", 103 + 102, 2},  // MS. JEAN-PIERRE, Q
                             Sample{"changelog.bold-label.md", 128, 3},       // 130, two of them pauses
                             Sample{"tc39.initials-label.md", 720, 29},       // 59 behind a stop, two inside a line
                             Sample{"caps-label.gop_debate.txt", 15, 5},      // one of them "(UNKNOWN):"
                             Sample{"revcom.2020_debate1.txt", 13, 3},        // the excerpt's last has no words
                             Sample{"spacelog.mr3.PAO.txt", 66, 2},           //
                             Sample{"otter.ladybug.excerpt.txt", 3, 3},       //
                             Sample{"linenumbered.nysenate-hearing.txt", 187, 25},  //
                             Sample{"linenumbered.nysenate-floor.txt", 3, 2},       //
                             Sample{"hansard-historic.housecommons_example.xml", 466, 182},
                             Sample{"za-hansard.akomantoso.502914_1.xml", 4, 3},     //
                             Sample{"hansard-html.za.20130522.html", 134, 32},       // "English:" names a language
                             Sample{"theyworkforyou.publicwhip.snippet.xml", 1, 1},  // the other has no speaker
                             Sample{"parlamint-gb.abridged.xml", 2, 2},              //
                             Sample{"qmsum.covid_4.json", 276, 89},                  //
                             Sample{"oyez.2021.19-1392-t01.json", 707, 12},          // text blocks of 322 turns
                             Sample{"podcastindex.transcript.html", 10, 3}}) {
    CAPTURE(sample.name);
    auto const found = count(read(sample.name));
    CHECK(found.turns == sample.count);
    CHECK(found.speakers == sample.speakers);
  }
}

TEST_CASE("samples: captions and recognised speech change the speaker where the file does") {
  if (!quoth::test::is_here(samples)) return;
  for (auto const& sample : {Sample{"podcastindex.transcript.srt", 10, 3},
                             Sample{"podcastindex.transcript.vtt", 2, 2},
                             Sample{"podcastindex.transcript.json", 2, 2},
                             Sample{"pycaption.example.srt", 103, 26},
                             Sample{"pycaption.example.vtt", 103, 26},
                             Sample{"pycaption.example.xml", 103, 26},
                             Sample{"pycaption.example.scc", 3, 2},
                             Sample{"broadcast-caption.ca-assembly.vtt.txt", 1, 0},
                             Sample{"zoom.zoomGroupStats.meeting003.head.vtt", 5, 2},
                             Sample{"webvtt.wpt-entities.vtt", 1, 0},
                             Sample{"webvtt.wpt-tags.vtt", 4, 3},
                             Sample{"youtube.srv1.xml", 1, 0},
                             Sample{"youtube.json3.excerpt.json", 1, 0},
                             Sample{"aws-transcribe.speakerlabels.todayinfocus.json", 8, 2},
                             Sample{"google-stt.diarization.json", 3, 2},
                             Sample{"ibm-stt.json", 1, 1},
                             Sample{"speechmatics.json", 11, 3},
                             Sample{"bbc-kaldi.speakersegments.json", 10, 2},
                             Sample{"bbc-digital-paper-edit.json", 10, 2},
                             Sample{"deepgram.excerpt.json", 1, 1},
                             Sample{"assemblyai.excerpt.json", 1, 0},
                             Sample{"revai.node-sdk-test.json", 1, 1}}) {
    CAPTURE(sample.name);
    auto const found = count(read(sample.name));
    CHECK(found.changes == sample.count);
    CHECK(found.speakers == sample.speakers);
  }
}

TEST_CASE("samples: what was heard is there for each word, or for none of a turn") {
  if (!quoth::test::is_here(samples)) return;
  struct Heard {
    std::string name;
    bool times = false;
    bool confidences = false;
  };
  for (auto const& sample :
       {Heard{"aws-transcribe.speakerlabels.todayinfocus.json", true, true},
        Heard{"google-stt.diarization.json", true, true}, Heard{"ibm-stt.json", true, true},
        Heard{"speechmatics.json", true, true}, Heard{"bbc-kaldi.speakersegments.json", true, true},
        Heard{"bbc-digital-paper-edit.json", true, false}, Heard{"deepgram.excerpt.json", true, true},
        Heard{"assemblyai.excerpt.json", true, true}, Heard{"revai.node-sdk-test.json", true, true},
        Heard{"podcastindex.transcript.json", true, false}, Heard{"podcastindex.transcript.srt", false, false},
        Heard{"youtube.json3.excerpt.json", false, false}}) {
    CAPTURE(sample.name);
    std::size_t words = 0;
    std::size_t times = 0;
    std::size_t confidences = 0;
    for (auto const& turn : read(sample.name).utterances) {
      auto const count = quoth::text::count_at_white_space(turn.text);
      CHECK((turn.words.empty() || turn.words.size() == count));
      words += count;
      for (auto const& word : turn.words) {
        times += word.start.has_value();
        confidences += word.confidence.has_value();
      }
    }
    // An item of two words, such as "a lot", has one time.
    CHECK((sample.times ? times * 100 >= words * 97 : times == 0));
    CHECK((sample.confidences ? confidences * 100 >= words * 97 : confidences == 0));
  }
}

TEST_CASE("samples: automatic captions and transcripts are told from those of people") {
  if (!quoth::test::is_here(samples)) return;
  std::set<std::string> machine_made;
  for (auto const& entry : std::filesystem::directory_iterator(samples)) {
    auto const name = entry.path().filename().string();
    try {
      if (quoth::is_machine_made(read(name).made)) machine_made.insert(name);
    } catch (quoth::Error const&) {
      continue;  // no transcript
    }
  }
  CHECK(machine_made == std::set<std::string>{"assemblyai.excerpt.json",
                                              "aws-transcribe.speakerlabels.todayinfocus.json",
                                              "bbc-digital-paper-edit.json", "bbc-kaldi.speakersegments.json",
                                              "deepgram.excerpt.json", "google-stt.diarization.json", "ibm-stt.json",
                                              "otter.ladybug.excerpt.txt", "revai.node-sdk-test.json",
                                              "speechmatics.json", "zoom.zoomGroupStats.meeting003.head.vtt"});
}

TEST_CASE("samples: initials, offices and diarization stand for the right people") {
  if (!quoth::test::is_here(samples)) return;
  // The attendees' table has them all.
  CHECK(read("tc39.initials-label.md").speakers.at("KG").name.size() > 10);
  auto const hansard = read("hansard-historic.housecommons_example.xml");
  CHECK(hansard.date == "1985-12-16");
  CHECK(std::ranges::count_if(hansard.speakers, [](auto const& entry) {
          return entry.second.role.starts_with("The ") && entry.second.name.starts_with("Mr. ");
        }) > 5);
  CHECK(read("qmsum.covid_4.json").speakers.size() == 89);
  CHECK(read("speechmatics.json").speakers.at("F4").name == "Speaker 4");
}

TEST_CASE("samples: what is no transcript is refused, with the reason") {
  if (!quoth::test::is_here(samples)) return;
  struct Refused {
    std::string name;
    char const* reason;
  };
  for (auto const& [each_name, reason] :
       {Refused{"za-hansard.502914_1.doc", "save it as .docx"}, Refused{"pyannote.mixture.rttm", "not what"}}) {
    auto const& name = each_name;
    CAPTURE(name);
    CHECK_THROWS_WITH_AS(read(name), doctest::Contains(reason), quoth::Error);
  }
}

TEST_CASE("samples: what has no turns is a document") {
  if (!quoth::test::is_here(samples)) return;
  for (auto const* name : {"MANIFEST.md", "crec.sample.htm", "article.markdown-frontmatter.icymi.md",
                           "podcastindex.spec.transcripts.md", "podcastindex.rss-with-transcript-tag.xml",
                           "nitf.iptc-listing25.excerpt.xml", "ninjs.iptc-2.4.abridged.json"}) {
    CAPTURE(name);
    CHECK(read(name).kind == quoth::SourceKind::document);
  }
}
